/** Says which process this is; the example can be reset. */
import { attempt, notice } from './announce.js';
import { post } from './api.js';
import { byId } from './dom.js';
import { confirmed } from './question.js';
import { on, store } from './store.js';
import { t } from './texts.js';

export function startBanner() {
  on('example', () => {
    byId('banner').hidden = !store.example;
  });
  on('state', () => {
    byId('title').textContent = store.title ?? t('subtitle');
  });
  byId('reset').addEventListener('click', reset);
}

async function reset() {
  if (!(await confirmed({ title: t('resetTitle'), text: t('resetText'), yes: t('resetYes') }))) return;
  const button = byId('reset');
  button.disabled = true;
  notice(t('resetting'));
  if (await attempt(() => post('/api/example/reset', {}))) notice(t('resetDone'));
  button.disabled = false;
}
