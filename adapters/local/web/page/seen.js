/** What each person has seen in each room, remembered on this machine for the marks of what is unread. */
import { messagesOf, store } from './store.js';

const KEPT = 'mitwirk.seen';

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}');
  } catch {
    return {};
  }
}

function keyOf(room) {
  return `${store.person} ${room}`;
}

export function markSeen(room) {
  const last = messagesOf(room).at(-1)?.order ?? 0;
  localStorage.setItem(KEPT, JSON.stringify({ ...read(), [keyOf(room)]: last }));
}

/** Messages of others since the person was there. */
export function unreadIn(room) {
  const seen = read()[keyOf(room)] ?? 0;
  return messagesOf(room).filter(({ order, author }) => order > seen && author !== store.person).length;
}

export function forgetSeen() {
  localStorage.removeItem(KEPT);
}
