/** Arguments made of free text: a title, and everything that is left. */
import { failure, Refusal } from '../../domain/failure.ts';
import { type ArgSpec, bracket } from './spec.ts';

/** Longest text a person may give, in UTF-16 units; the same on every platform. */
export const MAX_TEXT = 3000;
export const MAX_TITLE = 200;

/** @throws Refusal `text.long`, `title.long` */
export function checkLength(value: string, max: typeof MAX_TEXT | typeof MAX_TITLE): string {
  if (value.length <= max) return value;
  const code = max === MAX_TEXT ? 'text.long' : 'title.long';
  throw new Refusal({ code, params: { max, length: value.length } });
}

interface TextOptions {
  readonly optional?: true;
  /** Of one's own words only, such as a reason: a message that is replied to says nothing about it. */
  readonly own?: true;
}

/** Everything that no other argument took, exactly as typed; nothing typed: the message the command was given on. */
export function text(options: TextOptions = {}): ArgSpec<string> {
  const required = !options.optional;
  return {
    phase: 'text',
    required,
    field: 'text',
    choices: [],
    absent: '',
    usage: (_locale, label) => bracket(required, `<${label}>`),
    async read(cursor, { quoted = '' }) {
      const value = cursor.freeText() || (options.own ? '' : quoted);
      cursor.take(0, cursor.tokens.length);
      if (required && value === '') cursor.refuse(failure('text.missing'));
      return checkLength(value, MAX_TEXT);
    },
    readField: async (value) => checkLength(value, MAX_TEXT),
  };
}

interface TitleOptions {
  readonly optional?: true;
  readonly greedy?: true;
  /** The refusal when it is left out; `title.missing` unless something else than a name is asked for. */
  readonly missing?: 'title.missing' | 'word.missing';
}

/** A name or title: one quoted piece, or, where `greedy`, all free words up to the end. */
export function title(options: TitleOptions = {}): ArgSpec<string> {
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
      if (required && value === '') cursor.refuse(failure(options.missing ?? 'title.missing'));
      return checkLength(value, MAX_TITLE);

      function takeTitle(): string {
        if (quoted !== undefined) return cursor.take(quoted)[0]?.word ?? '';
        if (!options.greedy) return '';
        const words = cursor.freeText();
        cursor.take(0, cursor.tokens.length);
        return words;
      }
    },
    readField: async (value) => checkLength(value, MAX_TITLE),
  };
}
