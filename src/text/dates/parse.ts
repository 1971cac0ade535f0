/** Understands a date as people write it, wholly or not at all. */

import { type Failure, failure } from '../../domain/failure.ts';
import type { LocalDate, LocalTime } from '../../domain/time/calendar.ts';
import { chronoReading } from './chronoFallback.ts';
import { type Moment, readings } from './grammar.ts';
import { type DateContext, type Impossible, isImpossible, isPossible } from './outcome.ts';
import { splitWords } from './splitWords.ts';

export type { DateContext } from './outcome.ts';

export interface ParsedDate {
  readonly date: LocalDate;
  readonly time: LocalTime | null;
  /** All days the words are used for, nearest first and `date` among them. Absent when they are clear. */
  readonly alternatives?: readonly LocalDate[];
}

export interface DateFailure {
  readonly failure: Failure;
}

/** Past this number of words nothing is a date. */
export const LONGEST_PHRASE = 12;

/**
 * The date the whole phrase means, in any of the languages of `context`.
 *
 * Null when some part is not understood. A failure `date.impossible`, `date.impossibleTime` or `date.weekday` when
 * all of it is understood but cannot be: 31.02., 25:00, a Monday that is a Tuesday.
 */
export function parseDate(phrase: string, context: DateContext): ParsedDate | DateFailure | null {
  const words = splitWords(phrase);
  if (words.length === 0 || words.length > LONGEST_PHRASE) return null;
  return ownReading(words, phrase, context) ?? chronoReading(words, context);
}

export function isDateFailure(result: ParsedDate | DateFailure): result is DateFailure {
  return 'failure' in result;
}

/** What the project's own grammar makes of the words. */
export function ownReading(
  words: readonly string[],
  phrase: string,
  context: DateContext,
): ParsedDate | DateFailure | null {
  const found = readings(words, context);
  const possible = found.filter(isPossible);
  const [first] = possible;
  if (first) return combined(first, possible);
  const impossible = found.find(isImpossible);
  return impossible ? { failure: failureOf(impossible, phrase) } : null;
}

/** Where two rules read the same words as different days, all are offered. */
function combined(first: Moment, all: readonly Moment[]): ParsedDate {
  const { date, time } = first;
  const sameTime = all.filter((reading) => reading.time === time);
  const days = new Set(sameTime.flatMap((reading) => [reading.date, ...(reading.others ?? [])]));
  return days.size > 1 ? { date, time, alternatives: [...days].sort() } : { date, time };
}

function failureOf(reading: Impossible, phrase: string): Failure {
  const text = phrase.trim();
  if (reading.impossible === 'weekday') return failure('date.weekday', { text, weekday: reading.weekday });
  return { code: reading.impossible === 'day' ? 'date.impossible' : 'date.impossibleTime', params: { text } };
}
