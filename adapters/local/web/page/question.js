/** Small dialogs that ask one thing. */
import { byId, el } from './dom.js';
import { t } from './texts.js';

/** Whether somebody really wants that. */
export async function confirmed({ title, text, yes }) {
  const answer = await ask(title, yes, [el('p', {}, text)], 'danger');
  return answer !== null;
}

/** A name that is not empty; null when nobody gave one. */
export async function askName({ title, label, hint }) {
  const input = el('input', {
    id: 'question-name',
    required: true,
    maxlength: 60,
    autocomplete: 'off',
    'aria-describedby': 'question-hint',
  });
  const content = [
    el('label', { for: 'question-name' }, label),
    input,
    el('p', { id: 'question-hint', class: 'help' }, hint),
  ];
  const answer = await ask(title, t('create'), content, 'primary');
  return answer === null ? null : input.value.trim() || null;
}

/** Resolves when the dialog is closed: null unless it was confirmed. */
function ask(title, yes, content, style) {
  const dialog = byId('question');
  const cancel = el('button', { type: 'button', onclick: () => dialog.close('') }, t('cancel'));
  const form = el(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        dialog.close('yes');
      },
    },
    el('h2', { id: 'question-title' }, title),
    ...content,
    el('div', { class: 'buttons' }, cancel, el('button', { type: 'submit', class: style }, yes)),
  );
  dialog.replaceChildren(form);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue || null), { once: true });
  });
}
