/** A card of the bot as elements: every kind of node, and buttons that are real buttons. */
import { el } from './dom.js';

/** How long a pressed button stays quiet, so that a double click is one press. */
const REST_MS = 800;

/** `press` is called with what the button carries and resolves when it was handled. */
export function cardElement(card, press) {
  const title = card.title === '' ? null : el('h4', {}, card.title);
  return el('div', { class: 'card' }, title, ...card.body.map((node) => nodeElement(node, press)));
}

const KINDS = {
  paragraph: ({ text, tone }) => el('p', { class: isSample(text) ? 'sample' : (tone ?? null) }, ...inlines(text)),
  quote: ({ text }) => el('blockquote', {}, ...inlines(text)),
  heading: ({ text }) => el('h5', {}, text),
  list: ({ items }) => el('ul', {}, ...items.map((item) => el('li', {}, ...inlines(item)))),
  fields: ({ items }) =>
    el(
      'dl',
      {},
      ...items.map(({ label, value }) => el('div', {}, el('dt', {}, label), el('dd', {}, ...inlines(value)))),
    ),
  progress: progressElement,
  chart: chartElement,
  divider: () => el('hr'),
  // The buttons say the same.
  poll: () => null,
  actions: ({ items }, press) =>
    el('div', { class: 'actions' }, ...items.map((action) => buttonElement(action, press))),
};

/** A line as it was typed, with the mistake marked below it. */
function isSample([first, ...others]) {
  return others.length === 0 && first?.style === 'code';
}

function nodeElement(node, press) {
  return KINDS[node.n](node, press);
}

function inlines(text) {
  return text.map((leaf) => {
    if (leaf.t === 'person') return el('span', { class: 'mention' }, leaf.name);
    if (leaf.t === 'link') return linkElement(leaf);
    if (leaf.t === 'date') return el('time', { datetime: leaf.at }, leaf.text);
    return leaf.style
      ? el({ bold: 'strong', italic: 'em', code: 'code' }[leaf.style], {}, leaf.text)
      : document.createTextNode(leaf.text);
  });
}

/** Only addresses of the web become links. */
function linkElement({ url, text }) {
  if (!/^https?:\/\//i.test(url)) return document.createTextNode(`${text} (${url})`);
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text);
}

function progressElement({ label, done, total }) {
  const bar = el('div', { class: 'bar' });
  bar.style.setProperty('inline-size', `${total === 0 ? 0 : Math.min(100, (100 * done) / total)}%`);
  const properties = { role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': total, 'aria-valuenow': done };
  const track = el('div', { class: 'track', ...properties, 'aria-label': label, 'aria-valuetext': label }, bar);
  return el('div', { class: 'progress' }, track, el('span', { 'aria-hidden': 'true' }, label));
}

/** Bars for the eyes; the words beside them say the same to everybody. */
function chartElement({ chart: { title, bars } }) {
  const totals = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(1, ...totals);
  return el('figure', { class: 'chart' }, el('figcaption', {}, title), ...bars.map((bar) => barElement(bar, most)));
}

function barElement({ label, parts }, most) {
  const pieces = parts.map(({ value, tone }) => {
    const piece = el('span', { class: tone });
    piece.style.setProperty('inline-size', `${(100 * value) / most}%`);
    return piece;
  });
  const words = parts.map((part) => `${part.value} ${part.label}`).join(', ');
  const line = el('div', {}, el('strong', {}, label), document.createTextNode(`: ${words}`));
  return el('div', { class: 'chart-bar' }, line, el('div', { class: 'stack', 'aria-hidden': 'true' }, ...pieces));
}

/** Cards of earlier versions carry the words of the command alone. */
function buttonElement({ label, command, press: carried = command, style }, press) {
  const button = el('button', { type: 'button', class: style, title: command, onclick: once }, label);
  async function once() {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    const rest = new Promise((resolve) => setTimeout(resolve, REST_MS));
    await Promise.all([press(carried), rest]).finally(() => button.removeAttribute('aria-disabled'));
  }
  return button;
}
