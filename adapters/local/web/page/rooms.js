/** The rooms and the direct chat with the bot, with marks for what is unread. */
import { attempt } from './announce.js';
import { post } from './api.js';
import { byId, el } from './dom.js';
import { closeDrawer } from './drawer.js';
import { addressOf } from './place.js';
import { askName } from './question.js';
import { markSeen, unreadIn } from './seen.js';
import { enterRoom, on, store } from './store.js';
import { t } from './texts.js';

export function startRooms() {
  byId('new-room').addEventListener('click', addRoom);
  for (const topic of ['state', 'room', 'places', 'message']) on(topic, show);
  document.addEventListener('visibilitychange', show);
}

function show() {
  if (store.room && !document.hidden) markSeen(store.room);
  const rooms = store.rooms.map(({ id, name }) => link(id, '#', name));
  const direct = store.direct ? [link(store.direct, '@', t('direct'))] : [];
  const focused = document.activeElement?.closest('#rooms a')?.getAttribute('href');
  byId('rooms').replaceChildren(...rooms, ...direct);
  if (focused)
    byId('rooms')
      .querySelector(`a[href="${CSS.escape(focused)}"]`)
      ?.focus();
  const unread = [...store.rooms.map(({ id }) => id), store.direct].some((room) => room && unreadIn(room) > 0);
  byId('menu').querySelector('.dot').hidden = !unread;
}

function link(room, sign, name) {
  const unread = room === store.room ? 0 : unreadIn(room);
  const properties = {
    href: addressOf(store.person, room),
    'aria-current': room === store.room ? 'page' : null,
    class: unread > 0 ? 'unread' : null,
    onclick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      enterRoom(room);
      closeDrawer();
    },
  };
  const mark =
    unread > 0
      ? el('span', { class: 'count' }, String(unread), el('span', { class: 'unseen' }, ` ${t('unread')}`))
      : null;
  return el(
    'li',
    {},
    el(
      'a',
      properties,
      el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      el('span', { class: 'name' }, name),
      mark,
    ),
  );
}

async function addRoom() {
  const name = await askName({ title: t('newRoom'), label: t('roomName'), hint: t('roomNameHint') });
  if (name === null) return;
  await attempt(async () => {
    const { id } = await post('/api/rooms', { name });
    if (!store.rooms.some((room) => room.id === id)) store.rooms = [...store.rooms, { id, name }];
    enterRoom(id);
    closeDrawer();
    byId('words').focus();
  });
}
