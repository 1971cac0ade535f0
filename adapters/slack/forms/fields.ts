/** A field of a command's form as an input block. Its block id is the argument's name, so that what was typed survives an update. */
import type { types } from '@slack/bolt';
import type { FormField } from '../../../src/ports/bot.ts';
import { translate } from '../../../src/text/catalogue.ts';
import { below, INPUT_LABEL, INPUT_TEXT, OPTION_TEXT, OPTIONS } from '../render/limits.ts';
import { shorten } from '../render/shorten.ts';

/** The one element of each input block. */
export const VALUE = 'value';

export function plain(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(text, below(max)), emoji: true };
}

export function inputOf(field: FormField, initial: string, locale: string): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    optional: !field.required,
    label: plain(field.label, INPUT_LABEL),
    element: elementOf(field, initial, locale),
  };
}

function elementOf({ kind, choices }: FormField, initial: string, locale: string): types.InputBlock['element'] {
  switch (kind) {
    case 'line':
    case 'text': {
      const given = initial === '' ? {} : { initial_value: shorten(initial, INPUT_TEXT) };
      return {
        type: 'plain_text_input',
        action_id: VALUE,
        multiline: kind === 'text',
        max_length: INPUT_TEXT,
        ...given,
      };
    }
    case 'date':
      return { type: 'datepicker', action_id: VALUE, ...(initial === '' ? {} : { initial_date: initial }) };
    case 'person': {
      const given = initial === '' ? {} : { initial_users: initial.split(' ') };
      return { type: 'multi_users_select', action_id: VALUE, ...given };
    }
    case 'choice': {
      const options = choices.slice(0, OPTIONS).map(({ value, label }) => ({ text: plain(label, OPTION_TEXT), value }));
      const given = options.find(({ value }) => value === initial);
      return { type: 'static_select', action_id: VALUE, options, ...(given ? { initial_option: given } : {}) };
    }
    case 'switch': {
      const yes = { text: plain(translate(locale, 'slack.form.yes'), OPTION_TEXT), value: 'true' };
      const given = initial === yes.value ? { initial_options: [yes] } : {};
      return { type: 'checkboxes', action_id: VALUE, options: [yes], ...given };
    }
    default:
      return kind satisfies never;
  }
}
