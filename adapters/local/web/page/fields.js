/** The fields of a form, one builder for each kind. */
import { el } from './dom.js';
import { nameable } from './nameable.js';
import { t } from './texts.js';

/** From this many people on there is a field to narrow the list down. */
const MANY = 9;

/** @returns {{ element: HTMLElement, value: () => string, showError: (text: string | null) => void }} */
export function fieldFor(field) {
  const id = `field-${field.name}`;
  const made = BUILDERS[field.kind](field, id);
  const error = el('p', { id: `${id}-error`, class: 'error', hidden: true });
  const name = [
    field.label,
    field.required || field.kind === 'switch' ? null : el('span', { class: 'optional' }, ` ${t('optional')}`),
  ];
  const element = made.group
    ? el('fieldset', { 'aria-describedby': error.id }, el('legend', {}, ...name), ...made.group, error)
    : el(
        'div',
        { class: made.control.type === 'checkbox' ? 'field tick' : 'field' },
        el('label', { for: id }, ...name),
        ...(made.before ?? []),
        made.row ?? made.control,
        error,
      );
  made.control?.setAttribute('aria-describedby', [...(made.before ?? []).map((hint) => hint.id), error.id].join(' '));
  return {
    element,
    value: made.value,
    showError(text) {
      error.hidden = text === null;
      error.textContent = text ?? '';
      const target = made.control ?? element.querySelector('input');
      if (text === null) target.removeAttribute('aria-invalid');
      else target.setAttribute('aria-invalid', 'true');
      if (text !== null) target.focus();
    },
  };
}

const BUILDERS = {
  line: ({ required }, id) => simple(el('input', { id, autocomplete: 'off', 'aria-required': required })),
  text: ({ required }, id) => simple(el('textarea', { id, rows: 3, 'aria-required': required })),
  choice: ({ required, choices }, id) => {
    const empty = required ? [] : [el('option', { value: '' }, '–')];
    const options = choices.map(({ value, label }) => el('option', { value }, label));
    return simple(el('select', { id }, ...empty, ...options));
  },
  switch: (_field, id) => {
    const control = el('input', { id, type: 'checkbox' });
    return { control, value: () => (control.checked ? 'true' : '') };
  },
  date: dateField,
  person: personField,
};

function simple(control) {
  return { control, value: () => control.value };
}

/** Words are welcome, the calendar of the browser fills them in. */
function dateField({ required }, id) {
  const control = el('input', { id, autocomplete: 'off', 'aria-required': required });
  const calendar = el('input', {
    type: 'date',
    'aria-label': t('calendar'),
    onchange: () => {
      if (calendar.value) control.value = calendar.value;
    },
  });
  const hint = el('p', { id: `${id}-hint`, class: 'help' }, t('dateHint'));
  return { control, before: [hint], row: el('div', { class: 'row' }, control, calendar), value: () => control.value };
}

function personField(_field, id) {
  const people = nameable();
  const list = el(
    'div',
    { class: 'people' },
    ...people.map(({ id: person, name }) => tick(`${id}-${person}`, person, name)),
  );
  const narrow = el('input', {
    type: 'search',
    'aria-label': t('findPerson'),
    placeholder: t('findPerson'),
    oninput: () => {
      for (const one of list.children) one.hidden = !one.textContent.toLowerCase().includes(narrow.value.toLowerCase());
    },
  });
  const value = () => [...list.querySelectorAll('input:checked')].map((box) => box.value).join(' ');
  return { group: people.length < MANY ? [list] : [narrow, list], value };
}

function tick(id, value, name) {
  return el(
    'div',
    { class: 'tick' },
    el('input', { type: 'checkbox', id, value }),
    el('label', { for: id }, name, el('span', { class: 'handle' }, ` @${value}`)),
  );
}
