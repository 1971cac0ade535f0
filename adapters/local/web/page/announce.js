/** Tells what happened: aloud to screen readers, and where it matters also in sight. */
import { ApiError } from './api.js';
import { byId } from './dom.js';
import { t } from './texts.js';

const SHOWN_MS = 8000;

let hide = 0;

/** For screen readers only. */
export function announce(text) {
  byId('announcer').textContent = text;
}

/** A line in sight that goes away by itself. */
export function notice(text, tone = 'plain') {
  const line = byId('notice');
  line.textContent = text;
  line.dataset.tone = tone;
  line.classList.add('shown');
  clearTimeout(hide);
  hide = setTimeout(() => line.classList.remove('shown'), SHOWN_MS);
}

/** Runs what somebody asked for; says so when it failed. Gives whether it worked. */
export async function attempt(work) {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    notice(t(`error.${error.code}`), 'warning');
    return false;
  }
}
