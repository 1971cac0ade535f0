/** Who speaks: on this page everybody may try out every role. */
import { announce, attempt } from './announce.js';
import { post } from './api.js';
import { byId, el } from './dom.js';
import { enter } from './live.js';
import { askName } from './question.js';
import { nameOf, on, store } from './store.js';
import { t } from './texts.js';

const NEW = '+';

export function startPersona() {
  byId('persona').addEventListener('change', choose);
  for (const topic of ['state', 'places']) on(topic, show);
}

function show() {
  const options = store.people.map(({ id, name }) => el('option', { value: id }, name));
  const nobody = store.person ? null : el('option', { value: '' }, t('nobody'));
  byId('persona').replaceChildren(
    ...(nobody ? [nobody] : []),
    ...options,
    el('option', { value: NEW }, t('newPerson')),
  );
  byId('persona').value = store.person ?? '';
}

async function choose() {
  const wanted = byId('persona').value;
  if (wanted === NEW) await addPerson();
  else if (wanted) await attempt(() => speakAs(wanted));
  show();
}

async function addPerson() {
  const name = await askName({ title: t('newPersonTitle'), label: t('personName'), hint: t('personNameHint') });
  if (name === null) return;
  await attempt(async () => speakAs((await post('/api/people', { name })).id));
}

async function speakAs(person) {
  await enter(person);
  announce(t('speakingAs', { name: nameOf(person) }));
}
