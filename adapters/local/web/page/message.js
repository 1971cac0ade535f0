/** One message of the timeline as an element. */
import { attempt, notice } from './announce.js';
import { newKey, post } from './api.js';
import { cardElement } from './card.js';
import { timeText } from './dates.js';
import { el } from './dom.js';
import { nameOf, store } from './store.js';
import { t } from './texts.js';

/** Avatars have one of this many shades. */
const SHADES = 6;

export function messageElement(message) {
  const own = message.author !== null && message.author === store.person;
  const bot = message.author === null;
  const name = bot ? 'Mitwirk' : nameOf(message.author);
  const kinds = ['message', own && 'own', bot && 'bot', message.private && 'private'].filter(Boolean);
  const content = message.card
    ? cardElement(message.card, (carried) => press(message, carried))
    : el('p', { class: 'said' }, message.text ?? '');
  return el(
    'article',
    { class: kinds.join(' '), 'data-id': message.id, 'aria-labelledby': `m${message.id}` },
    bot ? el('img', { class: 'avatar', src: '/favicon.svg', alt: '' }) : avatar(message.author, name),
    el(
      'div',
      { class: 'content' },
      el(
        'p',
        { class: 'byline', id: `m${message.id}` },
        el('span', { class: 'author' }, name),
        own ? el('span', { class: 'you' }, t('you')) : null,
        el('time', { datetime: message.at }, timeText(message.at)),
        message.private ? el('span', { class: 'only' }, t('onlyYou')) : null,
        message.changedAt
          ? el('span', { class: 'changed' }, t('changed', { time: timeText(message.changedAt) }))
          : null,
      ),
      content,
    ),
  );
}

function avatar(person, name) {
  const words = name.match(/\p{L}+/gu) ?? ['?'];
  const initials = words
    .slice(0, 2)
    .map((word) => word[0])
    .join('')
    .toUpperCase();
  const shade = [...person].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % SHADES;
  return el('span', { class: `avatar shade${shade}`, 'aria-hidden': 'true' }, initials);
}

async function press(message, carried) {
  const { person, room } = store;
  await attempt(async () => {
    const answer = await post('/api/press', { person, room, message: message.id, carried, key: newKey() });
    if (answer.refused && !answer.card) notice(t('buttonGone'), 'warning');
  });
}
