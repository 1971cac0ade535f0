/** Parsers that several parts of the date grammar share. */
import type { Weekday } from '../../domain/time/calendar.ts';
import { map, oneOf, only, type Parser, sequence, word } from './combinators.ts';
import type { Unit } from './words.ts';

/** A number in digits; number words are for spans only. */
export const digits: Parser<number> = map(
  only(word('number'), (number) => number.digits),
  ({ value }) => value,
);

/** "5." or "5th" */
export const ordinal: Parser<number> = oneOf(
  map(word('ordinal'), ({ value }) => value),
  sequence([digits, word('ordinalMarks')], (value) => value),
);

/** A weekday that needs no date behind it. */
export const weekday: Parser<Weekday> = map(
  only(word('weekday'), ({ short }) => !short),
  ({ day }) => day,
);

export const unitName: Parser<Unit> = map(word('unit'), ({ unit }) => unit);
