/** Whom a name typed in this room may mean: only they are offered. Asked anew when the place changes, or anything happens. */
import { get } from './api.js';
import { on, store } from './store.js';

let ids = new Set();
let asking = false;
let again = false;

export function startNameable() {
  for (const topic of ['state', 'room', 'places', 'message']) on(topic, ask);
}

export function nameable() {
  return store.people.filter(({ id }) => ids.has(id));
}

/** One question at a time; what happens meanwhile is asked about once it is answered. */
async function ask() {
  again = true;
  if (asking) return;
  asking = true;
  while (again) {
    again = false;
    const { person, room } = store;
    // Without an answer nobody is offered; a whole name can still be typed.
    ids = new Set(person && room ? await get('/api/nameable', { person, room }).catch(() => []) : []);
  }
  asking = false;
}
