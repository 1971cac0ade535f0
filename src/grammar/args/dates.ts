/** Arguments that are dates: after a keyword inside a text, or as everything that is left. */

import { type Failure, failure, Refusal } from '../../domain/failure.ts';
import type { Deadline } from '../../domain/time/deadline.ts';
import { wordFor } from '../../text/words.ts';
import type { Cursor } from '../cursor.ts';
import { deadlineFrom, deadlineIn } from './readDate.ts';
import type { ArgSpec } from './spec.ts';

/** `bis 22.01.`: the last such clause whose words are a date. A last one that is none is refused, never taken for text. */
export function dateAfter(keyword: 'by' | 'until'): ArgSpec<Deadline | null> {
  return {
    phase: 'clause',
    required: false,
    field: 'date',
    choices: [],
    absent: null,
    usage: (locale, label) => `[${wordFor(locale, keyword)} <${label}>]`,
    async read(cursor, { caller }) {
      const clauses = [...cursor.occurrences(keyword)].reverse();
      let refusal: Refusal | null = null;
      for (const clause of clauses) {
        const from = clause.index + clause.length;
        const read = deadlineIn(wordsFrom(cursor, from), caller);
        if ('deadline' in read) {
          cursor.take(clause.index, clause.length + read.used);
          return read.deadline;
        }
        refusal ??= pointAtDate(cursor, from, clause.index, read.failure);
      }
      if (refusal) throw refusal;
      return null;
    },
    readField: async (value, { caller }) => deadlineFrom(value, caller),
  };
}

/** Everything that is left is the date: `/aufgabe frist A-3 22.01.`. A leading keyword does no harm. */
export function dateRest(): ArgSpec<Deadline> {
  return {
    phase: 'text',
    required: true,
    field: 'date',
    choices: [],
    absent: null as never,
    usage: (_locale, label) => `<${label}>`,
    async read(cursor, { caller }) {
      const first = cursor.firstFree();
      if (first === null) return cursor.refuse(failure('date.missing'));
      const words = wordsFrom(cursor, first);
      const read = deadlineIn(words, caller);
      if (!('deadline' in read)) throw pointAtDate(cursor, first, first, read.failure);
      cursor.take(first, read.used);
      return read.deadline;
    },
    readField: async (value, { caller }) => deadlineFrom(value, caller),
  };
}

function wordsFrom(cursor: Cursor, index: number): readonly string[] {
  const words: string[] = [];
  for (const token of cursor.runFrom(index)) {
    if (token.mention !== null || token.quoted) break;
    words.push(token.word);
  }
  return words;
}

/** Points at the words that were to be a date, or at the keyword when nothing follows it. */
function pointAtDate(cursor: Cursor, from: number, keyword: number, failure: Failure): Refusal {
  const words = wordsFrom(cursor, from);
  const first = cursor.token(words.length === 0 ? keyword : from);
  const last = words.length === 0 ? first : cursor.token(from + words.length - 1);
  return new Refusal({ ...failure, at: { start: first.start, end: last.end } });
}
