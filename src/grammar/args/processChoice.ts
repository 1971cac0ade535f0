/** The process somebody chooses, and in the command of a button the question that waits for it: `"Stadt B" F-12`. */
import type { ArgSpec } from './spec.ts';
import { checkLength, MAX_TITLE } from './text.ts';

export interface ProcessChoice {
  /** Empty: they want to see which there are. */
  readonly name: string;
  /** Empty: nothing waits. */
  readonly question: string;
}

const NONE: ProcessChoice = { name: '', question: '' };

export function processChoice(): ArgSpec<ProcessChoice> {
  return {
    phase: 'text',
    required: false,
    field: 'line',
    choices: [],
    absent: NONE,
    usage: (_locale, label) => `["${label}"]`,
    async read(cursor) {
      const last = cursor.free().at(-1);
      const token = last === undefined ? undefined : cursor.token(last);
      const question = last !== undefined && token && !token.quoted && /^F-\d+$/i.test(token.word) ? token.word : '';
      if (question !== '' && last !== undefined) cursor.take(last);
      const name = checkLength(cursor.freeText(), MAX_TITLE);
      cursor.take(0, cursor.tokens.length);
      return { name, question };
    },
    readField: async (value) => ({ ...NONE, name: checkLength(value, MAX_TITLE) }),
  };
}
