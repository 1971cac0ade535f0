/** Commands as forms: a menu of all commands, then the fields of the one that was chosen. */
import { announce, attempt, notice } from './announce.js';
import { newKey, post } from './api.js';
import { cardElement } from './card.js';
import { byId, el } from './dom.js';
import { fieldFor } from './fields.js';
import { fold } from './matching.js';
import { store } from './store.js';
import { t } from './texts.js';

export function startFormDialog() {
  byId('open-form').addEventListener('click', () => {
    showMenu();
    byId('form-dialog').showModal();
    byId('form-search').focus();
  });
}

function showMenu() {
  const groups = Map.groupBy(store.commands, ({ words }) => words.slice(1).split(' ')[0]);
  const sections = [...groups].map(([family, commands]) =>
    el('section', {}, el('h3', {}, family), el('ul', {}, ...commands.map(menuItem))),
  );
  const search = el('input', {
    type: 'search',
    id: 'form-search',
    placeholder: t('formSearch'),
    'aria-label': t('formSearch'),
    oninput: () => narrow(sections, fold(search.value)),
  });
  byId('form-dialog').replaceChildren(
    head(t('formMenu'), null),
    search,
    el('div', { class: 'menu-list' }, ...sections),
  );
}

function menuItem(command) {
  const button = el(
    'button',
    { type: 'button', onclick: () => showForm(command) },
    el('span', {}, command.summary),
    el('code', {}, command.words),
  );
  return el('li', { 'data-find': `${command.typed.join(' ')} ${fold(command.summary)}` }, button);
}

function narrow(sections, wanted) {
  for (const section of sections) {
    const items = [...section.querySelectorAll('li')];
    for (const item of items) item.hidden = !item.dataset.find.includes(wanted);
    section.hidden = items.every((item) => item.hidden);
  }
}

function head(title, back) {
  const close = el(
    'button',
    { type: 'button', class: 'close', 'aria-label': t('close'), onclick: () => byId('form-dialog').close() },
    '×',
  );
  return el('div', { class: 'head' }, back, el('h2', { id: 'form-title', tabindex: -1 }, title), close);
}

function showForm(command) {
  const fields = new Map(command.fields.map((field) => [field.name, fieldFor(field)]));
  const trouble = el('div', { class: 'trouble', role: 'alert' });
  const submit = el('button', { type: 'submit', class: 'primary' }, t('send'));
  const attempts = { key: newKey() };
  const onsubmit = async (event) => {
    event.preventDefault();
    if (submit.disabled) return;
    submit.disabled = true;
    await attempt(() => hand(command, fields, trouble, attempts));
    submit.disabled = false;
  };
  const back = el('button', { type: 'button', class: 'quiet', onclick: () => backToMenu() }, t('formBack'));
  const about = el('p', { class: 'help' }, t('formAbout'), ' ', el('code', {}, command.usage));
  const elements = [...fields.values()].map(({ element }) => element);
  byId('form-dialog').replaceChildren(
    head(command.summary, back),
    el('form', { novalidate: true, onsubmit }, about, ...elements, trouble, el('div', { class: 'buttons' }, submit)),
  );
  byId('form-dialog').querySelector('form input, form textarea, form select, form [type=submit]').focus();
}

function backToMenu() {
  showMenu();
  byId('form-search').focus();
}

/** A refused form stays open, with the reason at its field. A network failure keeps the key: sent again, it is the same form. */
async function hand(command, fields, trouble, attempts) {
  const values = Object.fromEntries([...fields].map(([name, field]) => [name, field.value()]));
  for (const field of fields.values()) field.showError(null);
  trouble.replaceChildren();
  const { person, room } = store;
  const answer = await post('/api/form', { person, room, command: command.code, values, key: attempts.key });
  attempts.key = newKey();
  if (!answer.refused) {
    byId('form-dialog').close();
    notice(t('formSent'));
    byId('words').focus();
    return;
  }
  const field = fields.get(answer.refused.field);
  if (field && answer.card) {
    const reason = plainReason(answer.card);
    field.showError(reason);
    announce(reason);
  } else if (answer.card) trouble.append(cardElement(answer.card, async () => {}));
  else trouble.append(el('p', {}, t('error.fault')));
}

/** The first sentence of a refusal. */
function plainReason({ body }) {
  const paragraph = body.find(({ n }) => n === 'paragraph');
  return (paragraph?.text ?? []).map((leaf) => (leaf.t === 'person' ? leaf.name : leaf.text)).join('');
}
