/** What a reading of a phrase comes to, and all it depends on. */
import type { BusinessCalendar } from '../../domain/time/businessDays.ts';
import { dayOf, type LocalDate, type LocalTime, type Weekday } from '../../domain/time/calendar.ts';
import type { DateWords } from './words.ts';

/** `today` and `now` as the calendar and the clock in the reader's zone show them. */
export interface DateContext {
  readonly today: LocalDate;
  readonly now: LocalTime;
  readonly calendar: BusinessCalendar;
  /** The languages understood, the likeliest first. */
  readonly lexicons: readonly DateWords[];
}

/** A day; `others`: the further days the same words are used for. */
export interface Day {
  readonly date: LocalDate;
  readonly others?: readonly LocalDate[];
}

/** Well formed, but there is no such day or time, or it is not the weekday it was said to be. */
export type Impossible =
  | { readonly impossible: 'day' | 'time' }
  | { readonly impossible: 'weekday'; readonly date: LocalDate; readonly weekday: Weekday };

export const NO_SUCH_DAY: Impossible = { impossible: 'day' };
export const NO_SUCH_TIME: Impossible = { impossible: 'time' };

/** A day phrase waits for today's date. */
export type DayRule = (context: DateContext) => Day | Impossible;

/** A time of day; null for the end of the day. */
export interface TimeOfDay {
  readonly time: LocalTime | null;
}

export function isImpossible(outcome: object): outcome is Impossible {
  return 'impossible' in outcome;
}

export function isPossible<T extends Day>(outcome: T | Impossible): outcome is T {
  return !isImpossible(outcome);
}

export function dayOrNone(date: LocalDate | null): Day | Impossible {
  return date ? { date } : NO_SUCH_DAY;
}

/** The numbers as a day, months from 1. */
export function exactly(year: number, month: number, day: number): Day | Impossible {
  return dayOrNone(dayOf(year, month, day));
}

/** One reading or two, the nearer day first; the same day twice is one. */
export function either(...dates: readonly [LocalDate, ...LocalDate[]]): Day {
  const [date, ...others] = [...new Set(dates)].sort() as [LocalDate, ...LocalDate[]];
  return others.length > 0 ? { date, others } : { date };
}
