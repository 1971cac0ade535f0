/** The messages of the room that is shown: filled when a room is entered, then kept up to date in place. */
import { attempt } from './announce.js';
import { dayText, fieldValue } from './dates.js';
import { byId, el } from './dom.js';
import { messageElement } from './message.js';
import { loadEarlier, messagesOf, on, store } from './store.js';
import { t } from './texts.js';

/** So near to its end (in pixels) the timeline follows what is new. */
const NEAR = 160;

export function startTimeline() {
  const log = byId('log');
  // Scrolled by keyboard too.
  log.tabIndex = 0;
  for (const topic of ['state', 'room']) on(topic, fill);
  on('places', showTitle);
  on('message', update);
  log.addEventListener('scroll', () => {
    if (isNearEnd()) byId('newer').hidden = true;
  });
  byId('newer').addEventListener('click', () => {
    toEnd();
    log.focus();
  });
  new ResizeObserver(() => {
    if (byId('newer').hidden) toEnd();
  }).observe(log);
}

function showTitle() {
  const direct = store.room !== null && store.room === store.direct;
  const room = store.rooms.find(({ id }) => id === store.room);
  byId('room-title').textContent = direct ? t('direct') : (room?.name ?? t('noRoom'));
  byId('room-note').textContent = direct ? t('directNote') : room ? t('roomNote') : t('noRoomNote');
  const title = byId('room-title').textContent;
  document.title = store.room ? `${title} – Mitwirk` : 'Mitwirk';
}

function fill() {
  const log = byId('log');
  showTitle();
  // A screen reader is not to read the whole room aloud.
  log.setAttribute('aria-live', 'off');
  draw();
  toEnd();
  setTimeout(() => log.removeAttribute('aria-live'), 300);
}

/** Everything that is loaded, with a line for each day. */
function draw() {
  const messages = store.room ? messagesOf(store.room) : [];
  const parts = [];
  let day = '';
  for (const message of messages) {
    if (dayOf(message) !== day) {
      day = dayOf(message);
      parts.push(dayLine(message));
    }
    parts.push(messageElement(message));
  }
  if (messages.length === 0 && store.room) parts.push(emptyRoom());
  byId('log').replaceChildren(...(store.earlier.has(store.room) ? [earlierButton()] : []), ...parts);
}

function dayOf({ at }) {
  return fieldValue(at).slice(0, 10);
}

function dayLine(message) {
  return el('h3', { class: 'day', 'data-day': dayOf(message) }, el('span', {}, dayText(message.at)));
}

function emptyRoom() {
  return el('p', { class: 'empty' }, store.room === store.direct ? t('emptyDirect') : t('emptyRoom'));
}

function earlierButton() {
  return el('button', { type: 'button', class: 'quiet earlier', onclick: showEarlier }, t('earlier'));
}

async function showEarlier() {
  const log = byId('log');
  const below = log.scrollHeight - log.scrollTop;
  if (!(await attempt(() => loadEarlier(store.room)))) return;
  draw();
  log.scrollTop = log.scrollHeight - below;
  log.focus();
}

function update(message) {
  if (message.room !== store.room) return;
  const log = byId('log');
  const before = log.querySelector(`[data-id="${message.id}"]`);
  const follows = isNearEnd() || message.author === store.person;
  if (before) replace(before, message);
  else append(message);
  if (follows) toEnd();
  else if (!before) byId('newer').hidden = false;
}

/** In place; a button that had the focus keeps it. */
function replace(before, message) {
  const focused = before.contains(document.activeElement) ? document.activeElement.textContent : null;
  const after = messageElement(message);
  after.classList.add('touched');
  before.replaceWith(after);
  if (focused === null) return;
  const same = [...after.querySelectorAll('button')].find((button) => button.textContent === focused);
  (same ?? byId('log')).focus({ preventScroll: true });
}

function append(message) {
  const log = byId('log');
  log.querySelector('.empty')?.remove();
  const days = [...log.querySelectorAll('.day')];
  if (days.at(-1)?.dataset.day !== dayOf(message)) log.append(dayLine(message));
  const element = messageElement(message);
  element.classList.add('arrived');
  log.append(element);
}

function isNearEnd() {
  const log = byId('log');
  return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
}

function toEnd() {
  const log = byId('log');
  log.scrollTop = log.scrollHeight;
  byId('newer').hidden = true;
}
