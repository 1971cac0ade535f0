/** The clock of the exercise: shows its time and moves it. */

import { announce, notice } from './announce.js';
import { ApiError, post } from './api.js';
import { dayText, fieldValue, timeText } from './dates.js';
import { byId } from './dom.js';
import { on, store } from './store.js';
import { t } from './texts.js';

const DAY_MINUTES = 24 * 60;
const MOVES = { day: { minutes: DAY_MINUTES }, week: { minutes: 7 * DAY_MINUTES }, next: { next: true } };

/** The time of the server when it was last heard of, and when that was. */
let known = { at: 0, heard: 0 };

export function startClock() {
  on('clock', (now) => {
    known = { at: Date.parse(now), heard: performance.now() };
    show();
  });
  on('state', show);
  on('example', () => {
    byId('clock-moves').hidden = !store.example;
    byId('clock-real').hidden = store.example;
  });
  setInterval(show, 1000);
  for (const button of document.querySelectorAll('[data-move]')) {
    button.addEventListener('click', () => move(MOVES[button.dataset.move]));
  }
  byId('clock-form').addEventListener('submit', (event) => {
    event.preventDefault();
    move({ to: byId('clock-to').value.slice(0, 16) });
  });
}

function now() {
  return known.at + (performance.now() - known.heard);
}

function show() {
  if (known.at === 0) return;
  const field = byId('clock-to');
  byId('clock-day').textContent = dayText(now());
  byId('clock-time').textContent = t('time', { time: timeText(now()) });
  field.min = fieldValue(now());
  if (document.activeElement !== field && (field.value === '' || field.value < field.min)) field.value = field.min;
}

async function move(how) {
  const section = document.querySelector('.clock');
  if (section.getAttribute('aria-busy') === 'true' || !store.person) return;
  section.setAttribute('aria-busy', 'true');
  announce(t('clockMoving'));
  try {
    const { now: at, rooms } = await post('/api/clock', { person: store.person, ...how });
    known = { at: Date.parse(at), heard: performance.now() };
    byId('clock-to').value = fieldValue(at);
    show();
    const moment = { day: dayText(at), time: timeText(at) };
    const places = Object.entries(rooms).map(([room, count]) => t('newIn', { count, room: nameOfRoom(room) }));
    notice(
      [t('clockMoved', moment), places.length > 0 ? `${t('clockNews')} ${places.join(', ')}.` : t('clockQuiet')].join(
        ' ',
      ),
    );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    notice(t(`error.${error.code}`), 'warning');
  } finally {
    section.removeAttribute('aria-busy');
  }
}

function nameOfRoom(room) {
  if (room === store.direct) return t('direct');
  return store.rooms.find(({ id }) => id === room)?.name ?? room;
}
