/** Lengths of time as people type them, "3 Tage", "+3d", "2 weeks", and moving on by them. */
import { addBusinessDays, type BusinessCalendar } from '../../domain/time/businessDays.ts';
import {
  addDays,
  addMonths,
  instantOf,
  type LocalDate,
  type LocalTime,
  localDateOf,
  localTimeOf,
} from '../../domain/time/calendar.ts';
import { inputOf, type Parser, sequence, skip, word } from './combinators.ts';
import { splitWords } from './splitWords.ts';
import type { DateWords, Unit } from './words.ts';

export interface Span {
  readonly amount: number;
  readonly unit: Unit;
}

export const span: Parser<Span> = sequence([word('number'), word('unit')], ({ value }, { unit }) => ({
  amount: value,
  unit,
}));

const spanPhrase = sequence([skip('leads', 'within', 'at'), span], (_, length) => length);

/** The span that the whole phrase means, or null. Never nothing: the amount is at least 1. */
export function parseSpan(phrase: string, lexicons: readonly DateWords[]): Span | null {
  const input = inputOf(splitWords(phrase.replace(/^\s*\+/, '')), lexicons);
  for (const { value, next } of spanPhrase(input, 0)) if (next === input.length && value.amount > 0) return value;
  return null;
}

const UNITS: Readonly<Record<string, Unit>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** A span as ISO 8601 writes it, of one unit and no hours, such as `P1W`: what no language owns. Null for anything else. */
export function isoSpan(code: string): Span | null {
  const [, digits = '', letter = ''] = /^P([1-9]\d{0,3})([DWMY])$/.exec(code) ?? [];
  const unit = UNITS[letter];
  return unit ? { amount: Number(digits), unit } : null;
}

/** The wall-clock moment that lies `length` later. Hours are counted on the clock's face, as if it were never changed. */
export function addSpan(
  from: { readonly date: LocalDate; readonly time: LocalTime },
  { amount, unit }: Span,
  calendar: BusinessCalendar,
): { readonly date: LocalDate; readonly time: LocalTime } {
  if (unit !== 'hour') return { date: addDaySpan(from.date, amount, unit, calendar), time: from.time };
  const later = new Date(instantOf(from.date, from.time, 'UTC').getTime() + amount * 3_600_000);
  return { date: localDateOf(later, 'UTC'), time: localTimeOf(later, 'UTC') };
}

function addDaySpan(
  date: LocalDate,
  amount: number,
  unit: Exclude<Unit, 'hour'>,
  calendar: BusinessCalendar,
): LocalDate {
  switch (unit) {
    case 'day':
      return addDays(date, amount);
    case 'businessDay':
      return addBusinessDays(date, amount, calendar);
    case 'week':
      return addDays(date, 7 * amount);
    case 'month':
      return addMonths(date, amount);
    case 'year':
      return addMonths(date, 12 * amount);
    default:
      return unit satisfies never;
  }
}
