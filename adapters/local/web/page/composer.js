/** Where somebody writes: Enter sends, Shift+Enter begins a new line. */
import { attempt } from './announce.js';
import { newKey, post } from './api.js';
import { close, startCompletion, steer } from './completion.js';
import { byId } from './dom.js';
import { commandOf } from './matching.js';
import { on, store } from './store.js';
import { t } from './texts.js';

const TALLEST = 200;

let last = Promise.resolve();
/** What could not be sent; sent again unchanged, it is the same message. */
let unsent = null;

export function startComposer() {
  const field = byId('words');
  startCompletion();
  field.addEventListener('keydown', (event) => {
    if (steer(event) || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  field.addEventListener('input', grow);
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  for (const topic of ['state', 'room']) on(topic, showPlace);
}

function showPlace() {
  const room =
    store.room === store.direct ? t('direct') : (store.rooms.find(({ id }) => id === store.room)?.name ?? '');
  byId('words-label').textContent = t('messageTo', { room });
  byId('words').placeholder = t(store.room === store.direct ? 'placeholderDirect' : 'placeholder');
  for (const id of ['words', 'send', 'open-form']) byId(id).disabled = !store.person || !store.room;
  grow();
}

/** As tall as what is written, and the way to write the command that was begun. */
function grow() {
  const field = byId('words');
  field.style.setProperty('block-size', 'auto');
  field.style.setProperty('block-size', `${Math.min(field.scrollHeight + 2, TALLEST)}px`);
  const command = field.value.startsWith('/') ? commandOf(field.value) : null;
  byId('hint').hidden = !command;
  byId('hint').textContent = command ? `${command.usage} – ${command.summary}` : '';
}

function send() {
  const field = byId('words');
  const text = field.value.trim();
  if (text === '' || !store.room) return;
  const { person, room } = store;
  const act = unsent?.text === text ? unsent : { text, key: newKey() };
  field.value = '';
  close();
  grow();
  field.focus();
  last = last.then(() => deliver({ person, room, ...act }, act));
}

/** One after the other. What does not arrive comes back into the field, unless something else stands there. */
async function deliver(message, act) {
  if (await attempt(() => post('/api/say', message))) return;
  unsent = act;
  if (byId('words').value !== '') return;
  byId('words').value = act.text;
  grow();
}
