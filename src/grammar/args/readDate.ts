/** From the words of a command to a deadline, with the caller's day, clock and business days. */

import { type Caller, clockTimeOf, todayOf } from '../../acting/caller.ts';
import { type Failure, failure, Refusal } from '../../domain/failure.ts';
import { businessCalendarOf } from '../../domain/process/process.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { Deadline } from '../../domain/time/deadline.ts';
import { LANGUAGES, languageOf } from '../../text/catalogue.ts';
import { formatDay } from '../../text/dates/format.ts';
import type { DateContext } from '../../text/dates/outcome.ts';
import { isDateFailure, type ParsedDate, parseDate } from '../../text/dates/parse.ts';
import { dateFromWords } from '../../text/dates/prefix.ts';

export type ReadDeadline = { readonly deadline: Deadline; readonly used: number } | { readonly failure: Failure };

/** The date at the beginning of the words. */
export function deadlineIn(words: readonly string[], caller: Caller): ReadDeadline {
  const text = words.join(' ');
  if (text === '') return { failure: failure('date.missing') };
  const found = dateFromWords(words, dateContextOf(caller));
  if (!found) return { failure: failure('date.notUnderstood', { text }) };
  if (isDateFailure(found)) return found;
  const ambiguous = ambiguityOf(found, words.slice(0, found.used).join(' '), caller);
  return ambiguous ? { failure: ambiguous } : { deadline: { date: found.date, time: found.time }, used: found.used };
}

/** Every day the whole phrase is used for, the earliest first. @throws Refusal `date.…` */
export function daysFrom(phrase: string, caller: Caller): readonly LocalDate[] {
  const found = parseDate(phrase, dateContextOf(caller));
  if (!found) throw new Refusal(failure('date.notUnderstood', { text: phrase }));
  if (isDateFailure(found)) throw new Refusal(found.failure);
  return found.alternatives ?? [found.date];
}

/** The whole phrase as a deadline. @throws Refusal `date.…` */
export function deadlineFrom(phrase: string, caller: Caller): Deadline {
  const found = parseDate(phrase, dateContextOf(caller));
  if (!found) throw new Refusal(failure('date.notUnderstood', { text: phrase }));
  if (isDateFailure(found)) throw new Refusal(found.failure);
  const ambiguous = ambiguityOf(found, phrase, caller);
  if (ambiguous) throw new Refusal(ambiguous);
  return { date: found.date, time: found.time };
}

/** «Nächsten Freitag» is this week's for some people and next week's for others: both are offered, none is guessed. */
function ambiguityOf(found: ParsedDate, text: string, { locale }: Caller): Failure | null {
  if (!found.alternatives) return null;
  const [first, second] = found.alternatives.map((date) => formatDay(locale, date));
  return failure('date.ambiguous', { text, first: first ?? '', second: second ?? '' });
}

export function dateContextOf(caller: Caller): DateContext {
  const own = languageOf(caller.locale);
  const others = LANGUAGES.filter((language) => language !== own);
  return {
    today: todayOf(caller),
    now: clockTimeOf(caller),
    calendar: businessCalendarOf(caller.process ?? { region: null }),
    lexicons: [own, ...others].map((language) => language.dates),
  };
}
