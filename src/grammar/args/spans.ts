/** Arguments that are lengths of time, or a first and a last day. */

import { type Caller, todayOf } from '../../acting/caller.ts';
import { failure, Refusal } from '../../domain/failure.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import { LANGUAGES } from '../../text/catalogue.ts';
import { isoSpan, parseSpan, type Span } from '../../text/dates/span.ts';
import { dateContextOf, daysFrom, deadlineFrom } from './readDate.ts';
import type { ArgSpec } from './spec.ts';

/** Everything that is left is a span: `/aufgabe verschieben A-3 1 Woche`. */
export function spanRest(): ArgSpec<Span> {
  return {
    phase: 'text',
    required: true,
    field: 'line',
    choices: [],
    absent: null as never,
    usage: (_locale, label) => `<${label}>`,
    async read(cursor, { caller }) {
      const text = cursor.freeText();
      cursor.take(0, cursor.tokens.length);
      return spanFrom(text, caller);
    },
    readField: async (value, { caller }) => isoSpan(value) ?? spanFrom(value, caller),
  };
}

function spanFrom(text: string, caller: Caller): Span {
  const span = parseSpan(text, dateContextOf(caller).lexicons);
  if (!span) throw new Refusal(failure('span.unclear', { word: text }));
  return span;
}

/** Both days are included. */
export interface DayRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Everything that is left is two days with a dash or `bis` between them: `12.10.–23.10.`, `12.–23.10.`; one day alone is both. */
export function dateRange(): ArgSpec<DayRange | null> {
  return {
    phase: 'text',
    required: false,
    field: 'line',
    choices: [],
    absent: null,
    usage: (_locale, label) => `[<${label}>]`,
    async read(cursor, { caller }) {
      const text = cursor.freeText();
      cursor.take(0, cursor.tokens.length);
      return text === '' ? null : rangeFrom(text, caller);
    },
    readField: async (value, { caller }) => rangeFrom(value, caller),
  };
}

function rangeFrom(text: string, caller: Caller): DayRange {
  const { upTo, between } = rangeMarks();
  // `bis Freitag`: from today on.
  if (upTo.test(text)) return { from: todayOf(caller), to: lastDay(text.replace(upTo, ''), caller) };
  const [first = '', second = first, ...more] = text.split(between);
  if (more.length > 0) throw new Refusal(failure('date.notUnderstood', { text }));
  const to = lastDay(second, caller);
  const shortened = /^\d{1,2}\.$/.test(first);
  return { from: firstDay(shortened ? `${first}${Number(to.slice(5, 7))}.` : first, to, caller), to };
}

interface RangeMarks {
  readonly upTo: RegExp;
  readonly between: RegExp;
}

let marks: RangeMarks | null = null;

/** `bis`, `to` and their like in every language, and the dash. */
function rangeMarks(): RangeMarks {
  if (marks) return marks;
  const words = LANGUAGES.flatMap(({ dates }) => dates.rangeTo.split('|'))
    .filter(Boolean)
    .map((word) => RegExp.escape(word))
    .join('|');
  marks = {
    upTo: new RegExp(`^(?:${words})\\s+`, 'iu'),
    between: new RegExp(`\\s*[–—]\\s*|\\s+-\\s+|(?<=\\.)-(?=\\d)|\\s+(?:${words})\\s+`, 'iu'),
  };
  return marks;
}

/** Of two days of that name the one that is not over, if that settles it. */
function lastDay(phrase: string, caller: Caller): LocalDate {
  const [only, ...others] = daysFrom(phrase, caller).filter((day) => day >= todayOf(caller));
  return only && others.length === 0 ? only : deadlineFrom(phrase, caller).date;
}

/** The days may have begun already: of two days of that name the one before the last day, if that settles it. */
function firstDay(phrase: string, to: LocalDate, caller: Caller): LocalDate {
  const [only, ...others] = daysFrom(phrase, caller).filter((day) => day <= to);
  return only && others.length === 0 ? only : deadlineFrom(phrase, caller).date;
}
