/** Arguments made of free text: a title, and everything that is left. */
import { type ArgSpec, bracket } from './spec.ts';

/** Longest text a person may give, in UTF-16 units; the same on every platform. */
export const MAX_TEXT = 3000;
export const MAX_TITLE = 200;

/** Everything that no other argument took, exactly as typed. */
export function text(options: { readonly optional?: true } = {}): ArgSpec<string> {
  const required = !options.optional;
  return {
    phase: 'text',
    required,
    field: 'text',
    choices: [],
    absent: '',
    usage: (_locale, label) => bracket(required, `<${label}>`),
    async read(cursor) {
      const value = cursor.freeText();
      cursor.take(0, cursor.tokens.length);
      if (value.length > MAX_TEXT) cursor.refuse('text.long', { max: MAX_TEXT, length: value.length });
      if (required && value === '') cursor.refuse('text.missing');
      return value;
    },
    readField: async (value) => value.trim(),
  };
}

/** A name or title: one quoted piece, or, where `greedy`, all free words up to the end. */
export function title(options: { readonly optional?: true; readonly greedy?: true } = {}): ArgSpec<string> {
  const required = !options.optional;
  return {
    phase: options.greedy ? 'text' : 'word',
    required,
    field: 'line',
    choices: [],
    absent: '',
    usage: (_locale, label) => bracket(required, `"${label}"`),
    async read(cursor) {
      const quoted = cursor.free().find((index) => cursor.token(index).quoted);
      const value = takeTitle();
      if (required && value === '') cursor.refuse('title.missing');
      if (value.length > MAX_TITLE) cursor.refuse('title.long', { max: MAX_TITLE, length: value.length });
      return value;

      function takeTitle(): string {
        if (quoted !== undefined) return cursor.take(quoted)[0]?.word ?? '';
        if (!options.greedy) return '';
        const words = cursor.freeText();
        cursor.take(0, cursor.tokens.length);
        return words;
      }
    },
    readField: async (value) => value.trim(),
  };
}
