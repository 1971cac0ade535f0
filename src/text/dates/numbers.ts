/** What a word of digits can mean in a date, in every language. */
import type { Meaning } from './meaning.ts';

const CENTURY = 2000;

/** `word` as `splitWords` gives it. */
export function numberMeanings(word: string): Meaning[] {
  const meanings: Meaning[] = [];
  for (const [shape, read] of SHAPES) {
    const found = shape.exec(word);
    if (found) meanings.push(read(found.slice(1).map(Number), word));
  }
  return meanings;
}

/** Two digits mean this century. */
function fullYear(year: number): number {
  return year < 100 ? CENTURY + year : year;
}

type Reader = (numbers: number[], word: string) => Meaning;

const SHAPES: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{1,3})$/, ([value = 0]) => ({ kind: 'number', value, digits: true })],
  [/^(\d{4})\.?$/, ([year = 0]) => ({ kind: 'year', year })],
  [/^(\d{1,2})\.$/, ([value = 0]) => ({ kind: 'ordinal', value })],
  [
    /^(\d{1,2})\.(\d{1,2})\.?$/,
    ([first = 0, second = 0], word) => ({ kind: 'dotted', first, second, closed: word.endsWith('.') }),
  ],
  [
    /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\.?$/,
    ([day = 0, month = 0, year = 0]) => ({ kind: 'date', year: fullYear(year), month, day }),
  ],
  [/^(\d{4})-(\d{2})-(\d{2})\.?$/, ([year = 0, month = 0, day = 0]) => ({ kind: 'date', year, month, day })],
  [/^(\d{1,2})\/(\d{1,2})$/, ([first = 0, second = 0]) => ({ kind: 'slashed', first, second, year: null })],
  [
    /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/,
    ([first = 0, second = 0, year = 0]) => ({ kind: 'slashed', first, second, year: fullYear(year) }),
  ],
  [/^(\d{1,2}):(\d{2})\.?$/, ([hour = 0, minute = 0]) => ({ kind: 'clock', hour, minute })],
];
