/** Says when the server cannot be reached, and when it can again. */
import { byId } from './dom.js';
import { on } from './store.js';
import { t } from './texts.js';

/** A reconnection within this time is not worth a word. */
const PATIENCE_MS = 1200;

let wait = 0;

export function startConnection() {
  const line = byId('offline');
  on('connection', (connected) => {
    clearTimeout(wait);
    if (connected) {
      line.hidden = true;
      return;
    }
    wait = setTimeout(() => {
      line.textContent = t('offline');
      line.hidden = false;
    }, PATIENCE_MS);
  });
}
