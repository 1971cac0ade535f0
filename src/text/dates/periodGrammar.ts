/** Days named by their place in a week, month or year: "5. nächsten Monats", "Ende Oktober", "end of month". */
import { addDays, addMonths, dayOf, type LocalDate } from '../../domain/time/calendar.ts';
import { map, maybe, oneOf, only, type Parser, sequence, skip, word } from './combinators.ts';
import { ordinal, unitName } from './commonWords.ts';
import {
  dayInMonth,
  endOfWorkingWeek,
  firstOfMonth,
  lastOfMonth,
  nextDayOfMonth,
  weekdayInWeek,
  yearOf,
} from './nextDays.ts';
import { type DayRule, dayOrNone, NO_SUCH_DAY } from './outcome.ts';
import { isPeriod, type Period, period } from './periodAhead.ts';
import type { Part } from './words.ts';

const dayOfMonth = oneOf<DayRule>(
  sequence([ordinal, period('month')], (day, steps) => dayInMonthAhead(day, steps)),
  sequence(
    [ordinal, word('links'), skip('links'), only(unitName, (unit) => unit === 'month')],
    (day) =>
      ({ today }) =>
        dayOrNone(nextDayOfMonth(day, today)),
  ),
);

const part = map(word('part'), (found) => found.part);
const partOfPeriod = oneOf<DayRule>(
  sequence([part, skip('links'), word('month'), maybe(word('year'))], (which, _, { month }, year) =>
    partOfNamedMonth(which, month, year?.year ?? null),
  ),
  sequence(
    [part, skip('links'), word('year')],
    (which, _, { year }) =>
      () =>
        partOfYear(which, year),
  ),
  sequence([part, period('week')], (which, steps) => partOfWeek(which, steps)),
  sequence([part, period('month')], (which, steps) => partOfMonthAhead(which, steps)),
  sequence(
    [part, period('year')],
    (which, steps) =>
      ({ today }) =>
        partOfYear(which, yearOf(today) + steps),
  ),
  sequence([part, skip('links'), only(unitName, isPeriod)], (which, _, unit) => partOfCurrent(which, unit)),
  map(word('partOf'), (found) => partOfCurrent(found.part, found.unit)),
);

export const periodDay: Parser<DayRule> = oneOf<DayRule>(dayOfMonth, partOfPeriod);

function dayInMonthAhead(day: number, steps: number): DayRule {
  return ({ today }) => dayOrNone(dayInMonth(addMonths(firstOfMonth(today), steps), day));
}

/** Start, middle and end of a month are its first, its 15th and its last day (BGB § 192). */
function partOfMonth(which: Part, first: LocalDate): LocalDate {
  if (which === 'end') return lastOfMonth(first);
  return which === 'start' ? first : addDays(first, 14);
}

function partOfNamedMonth(which: Part, month: number, year: number | null): DayRule {
  return ({ today }) => {
    const years = year === null ? [yearOf(today), yearOf(today) + 1] : [year];
    const firsts = years.map((candidate) => dayOf(candidate, month, 1)).filter((first) => first !== null);
    const dates = firsts.map((first) => partOfMonth(which, first));
    return dayOrNone(dates.find((date) => year !== null || date >= today) ?? null);
  };
}

function partOfMonthAhead(which: Part, steps: number): DayRule {
  return ({ today }) => ({ date: partOfMonth(which, addMonths(firstOfMonth(today), steps)) });
}

/** The middle of a year is 30 June, half of it. */
function partOfYear(which: Part, year: number): ReturnType<DayRule> {
  const [month, day] = { start: [1, 1] as const, middle: [6, 30] as const, end: [12, 31] as const }[which];
  return dayOrNone(dayOf(year, month, day));
}

function partOfWeek(which: Part, steps: number): DayRule {
  return ({ today }) => {
    const monday = weekdayInWeek(1, steps, today);
    if (which === 'end') return { date: endOfWorkingWeek(monday, today) };
    return { date: which === 'start' ? monday : addDays(monday, 2) };
  };
}

/** The part of this week, month or year, or of the next one when that part is over. */
function partOfCurrent(which: Part, unit: Period): DayRule {
  return (context) => {
    const candidates = [0, 1].map((steps) => partAhead(which, unit, steps)(context));
    return candidates.find((day) => 'date' in day && day.date >= context.today) ?? NO_SUCH_DAY;
  };
}

function partAhead(which: Part, unit: Period, steps: number): DayRule {
  switch (unit) {
    case 'week':
      return partOfWeek(which, steps);
    case 'month':
      return partOfMonthAhead(which, steps);
    case 'year':
      return ({ today }) => partOfYear(which, yearOf(today) + steps);
    default:
      return unit satisfies never;
  }
}
