/** Starts the page. */
import { attempt, notice } from './announce.js';
import { startBanner } from './banner.js';
import { startClock } from './clock.js';
import { startComposer } from './composer.js';
import { startConnection } from './connection.js';
import { byId, el } from './dom.js';
import { startDrawer } from './drawer.js';
import { startFormDialog } from './formDialog.js';
import { enter } from './live.js';
import { startNameable } from './nameable.js';
import { startPersona } from './persona.js';
import { wantedPlace } from './place.js';
import { startRooms } from './rooms.js';
import { enterRoom, store } from './store.js';
import { chooseLanguage, languages, loadTexts, locale, t } from './texts.js';
import { startTimeline } from './timeline.js';

function startLanguage() {
  const select = byId('language');
  select.replaceChildren(...languages.map(({ tag, name }) => el('option', { value: tag, lang: tag }, name)));
  select.value = locale();
  select.addEventListener('change', () => chooseLanguage(select.value));
}

function startBackButton() {
  window.addEventListener('popstate', () => {
    const { person, room } = wantedPlace();
    if (person === store.person) {
      if (room) enterRoom(room);
      return;
    }
    store.room = room;
    attempt(() => enter(person));
  });
}

async function start() {
  await loadTexts();
  for (const part of [
    startLanguage,
    startBackButton,
    startDrawer,
    startBanner,
    startConnection,
    startPersona,
    startNameable,
  ])
    part();
  for (const part of [startRooms, startClock, startTimeline, startComposer, startFormDialog]) part();
  await enter();
  document.body.classList.remove('loading');
  if (!store.person) notice(t('welcome'));
}

start();
