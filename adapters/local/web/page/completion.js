/** The list of suggestions above the composer, steered from the text field. */
import { announce } from './announce.js';
import { byId, el } from './dom.js';
import { suggestionsFor } from './matching.js';
import { t } from './texts.js';

let current = null;
let active = -1;
/** The text somebody closed the list for; it stays closed until they go on typing. */
let dismissed = null;

export function startCompletion() {
  const field = byId('words');
  // It scrolls when it is long.
  byId('suggest').tabIndex = 0;
  field.addEventListener('input', refresh);
  field.addEventListener('click', refresh);
  field.addEventListener('blur', () => setTimeout(() => document.activeElement !== field && close(), 150));
  field.addEventListener('keyup', ({ key }) => {
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) refresh();
  });
}

/** Gives whether the list took the key. */
export function steer(event) {
  if (!current) return false;
  const { key } = event;
  if (key === 'ArrowDown' || key === 'ArrowUp') mark(active + (key === 'ArrowDown' ? 1 : -1), true);
  else if (key === 'Escape') dismiss();
  else if (key === 'Tab' && !event.shiftKey) pick(Math.max(active, 0));
  else if (key === 'Enter' && !event.shiftKey && active >= 0) pick(active);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function refresh() {
  const field = byId('words');
  const before = field.value.slice(0, field.selectionStart);
  const next = field.selectionStart === field.selectionEnd && before !== dismissed ? suggestionsFor(before) : null;
  if (!next) return close();
  dismissed = null;
  const isNew = current?.options.length !== next.options.length;
  current = next;
  draw();
  mark(next.sure ? 0 : -1, false);
  if (isNew) announce(t('suggestionCount', { count: next.options.length }));
}

function draw() {
  const list = byId('suggest');
  list.replaceChildren(...current.options.map(optionElement));
  list.hidden = false;
  list.scrollTop = 0;
  // A field of several lines may not be a combobox; its active option and its list are told all the same.
  const field = byId('words');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-haspopup', 'listbox');
  field.setAttribute('aria-controls', 'suggest');
}

function optionElement({ title, usage, text }, index) {
  const properties = {
    role: 'option',
    id: `option${index}`,
    'aria-selected': 'false',
    // The field keeps the focus.
    onmousedown: (event) => event.preventDefault(),
    onclick: () => pick(index),
  };
  return el(
    'div',
    properties,
    el('span', { class: 'line' }, el('strong', {}, title), usage ? ` ${usage}` : null),
    el('span', { class: 'about' }, text),
  );
}

function mark(index, byKey) {
  const options = [...byId('suggest').children];
  const count = options.length;
  active = index < 0 && !byKey ? -1 : (index + count) % count;
  if (byKey && index === -2) active = count - 1;
  for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === active));
  const option = options[active];
  if (!option) return byId('words').removeAttribute('aria-activedescendant');
  byId('words').setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({ block: 'nearest' });
}

function pick(index) {
  const field = byId('words');
  const { insert } = current.options[index];
  field.setRangeText(insert, current.from, field.selectionStart, 'end');
  close();
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function dismiss() {
  const field = byId('words');
  dismissed = field.value.slice(0, field.selectionStart);
  close();
}

export function close() {
  if (!current) return;
  current = null;
  active = -1;
  byId('suggest').hidden = true;
  byId('suggest').replaceChildren();
  for (const name of ['aria-autocomplete', 'aria-haspopup', 'aria-controls', 'aria-activedescendant']) {
    byId('words').removeAttribute(name);
  }
}
