/** Says when the page is not kept up to date, and why. */
import { byId } from './dom.js';
import { on } from './store.js';
import { t } from './texts.js';

/** A reconnection within this time is not worth a word. */
const PATIENCE_MS = 1200;

let wait = 0;

export function startConnection() {
  const line = byId('offline');
  on('connection', (trouble) => {
    clearTimeout(wait);
    if (trouble === null) {
      line.hidden = true;
      return;
    }
    wait = setTimeout(() => {
      line.textContent = trouble === 'offline' ? t('offline') : t(`error.${trouble}`);
      line.hidden = false;
    }, PATIENCE_MS);
  });
}
