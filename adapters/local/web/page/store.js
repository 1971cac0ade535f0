/** What the page knows, and who wants to hear when it changes. */
import { get } from './api.js';
import { rememberPlace, wantedPlace } from './place.js';
import { locale } from './texts.js';

export const store = {
  /** Id of the person who speaks; null as long as there is nobody. */
  person: null,
  /** Id of the room that is shown. */
  room: null,
  people: [],
  rooms: [],
  /** Room id of the person's own direct chat. */
  direct: null,
  commands: [],
  /** Whether there is the example and nothing else: the clock may be moved, and everything started over. */
  example: false,
  zone: 'UTC',
  /** Name of the process, if there is one. */
  title: null,
  /** Where the stream of events goes on. */
  cursor: '',
  /** Messages by id, by room id. */
  messages: new Map(),
  /** Rooms that have more messages than were loaded. */
  earlier: new Set(),
};

const listeners = new Map();

/** Topics: `state` (everything is new), `room`, `places`, `message`, `clock`, `example` (whether it may be practised with), `connection` (null, or what is wrong with it). */
export function on(topic, listener) {
  listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

export function tell(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

/** Reads everything anew, for one person. */
export async function loadState(person = store.person ?? wantedPlace().person) {
  const state = await get('/api/state', { locale: locale(), ...(person ? { person } : {}) });
  const { person: speaker, people, rooms, direct, commands, example, zone, title, cursor } = state;
  Object.assign(store, { person: speaker, people, rooms, direct, commands, example, zone, title, cursor });
  store.messages = new Map();
  store.earlier = new Set();
  for (const [room, part] of Object.entries(state.newest)) keep(room, part);
  store.room = roomFor(store.room ?? wantedPlace().room);
  rememberPlace(store.person, store.room);
  tell('clock', state.now);
  tell('example');
  tell('state');
}

/** The wanted room, if this person may enter it; else the first. */
function roomFor(wanted) {
  if (wanted?.startsWith('dm/') && store.direct) return store.direct;
  return store.rooms.find(({ id }) => id === wanted)?.id ?? store.rooms[0]?.id ?? store.direct;
}

export function enterRoom(room) {
  if (store.room === room) return;
  store.room = room;
  rememberPlace(store.person, room);
  tell('room');
}

export async function loadEarlier(room) {
  const before = messagesOf(room)[0]?.order ?? 1;
  keep(room, await get('/api/history', { person: store.person, room, before: String(before) }));
}

function keep(room, { messages, earlier }) {
  for (const message of messages) roomMessages(room).set(message.id, message);
  if (earlier) store.earlier.add(room);
  else store.earlier.delete(room);
}

/** A message that is new or has changed. */
export function receive(message) {
  const before = roomMessages(message.room).get(message.id);
  if (before && before.sequence >= message.sequence) return;
  // A change of a message that was never loaded: it belongs to the earlier ones, which are read when asked for.
  if (!before && store.earlier.has(message.room) && message.order < (messagesOf(message.room)[0]?.order ?? 0)) return;
  roomMessages(message.room).set(message.id, message);
  tell('message', message);
}

function roomMessages(room) {
  if (!store.messages.has(room)) store.messages.set(room, new Map());
  return store.messages.get(room);
}

/** In the order in which they were posted. */
export function messagesOf(room) {
  return [...roomMessages(room).values()].sort((a, b) => a.order - b.order);
}

export function nameOf(person) {
  return store.people.find(({ id }) => id === person)?.name ?? person;
}
