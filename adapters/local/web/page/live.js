/** Keeps the page up to date by server-sent events. */
import { attempt } from './announce.js';
import { refusalOf } from './api.js';
import { forgetSeen } from './seen.js';
import { loadState, receive, store, tell } from './store.js';

const RETRY_MS = 2000;

let source = null;
let retry = 0;

/** Reads everything anew, as this person if one is given, and follows from there. What was on its way for another person is dropped. */
export async function enter(person) {
  source?.close();
  try {
    await loadState(person);
  } finally {
    follow();
  }
}

/** Begins where the page's knowledge ends. */
function follow() {
  clearTimeout(retry);
  source?.close();
  if (!store.person) return;
  source = new EventSource(`/api/events?${new URLSearchParams({ person: store.person, after: store.cursor })}`);
  source.addEventListener('open', () => tell('connection', null));
  source.addEventListener('error', async ({ target }) => {
    tell('connection', 'offline');
    // The browser itself tries again after a lost connection, but not after a refusal.
    if (target.readyState !== EventSource.CLOSED) return;
    retry = setTimeout(follow, RETRY_MS);
    const refusal = await refusalOf(target.url);
    if (refusal && target === source) tell('connection', refusal);
  });
  source.addEventListener('message', ({ data, lastEventId }) => {
    store.cursor = lastEventId;
    receive(JSON.parse(data));
  });
  source.addEventListener('clock', ({ data }) => {
    const { now, example } = JSON.parse(data);
    store.example = example;
    tell('clock', now);
    tell('example');
  });
  source.addEventListener('places', ({ data }) => {
    Object.assign(store, JSON.parse(data));
    tell('places');
  });
  source.addEventListener('reset', ({ data }) => {
    if (JSON.parse(data).cleared) forgetSeen();
    attempt(() => enter());
  });
}
