/** "Nächste Woche", "this month", "the year after next": how far ahead a period is. */
import { oneOf, only, type Parser, sequence, skip, word } from './combinators.ts';
import { unitName } from './commonWords.ts';
import type { Unit, Which } from './words.ts';

const STEPS = { this: 0, coming: 1, next: 1, afterNext: 2 } as const satisfies Record<Which, number>;

export type Period = 'week' | 'month' | 'year';

export function isPeriod(unit: Unit): unit is Period {
  return unit === 'week' || unit === 'month' || unit === 'year';
}

/** How many weeks (months, years) ahead "next week" and its like are. */
export function period(unit: Period): Parser<number> {
  const theUnit = only(unitName, (found) => found === unit);
  return oneOf<number>(
    sequence([skip('links', 'within'), word('which'), theUnit], (_, { which }) => STEPS[which]),
    sequence([skip('links', 'within'), theUnit, word('whichBehind')], (_, __, { which }) => STEPS[which]),
  );
}
