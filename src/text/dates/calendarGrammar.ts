/** Days named by their numbers: "22.01.", "5. Oktober 2026", "Jan 15", ISO, each with or without the weekday in front. */
import { addDays, type LocalDate, type Weekday, weekdayOf } from '../../domain/time/calendar.ts';
import { map, maybe, oneOf, type Parser, sequence, skip, word } from './combinators.ts';
import { digits, ordinal } from './commonWords.ts';
import { lastDayOfYear, nextDayOfMonth, nextDayOfYear } from './nextDays.ts';
import {
  type DateContext,
  type Day,
  type DayRule,
  dayOrNone,
  either,
  exactly,
  type Impossible,
  isImpossible,
  isPossible,
  NO_SUCH_DAY,
} from './outcome.ts';

/** So long after a day its name without a year is taken for a slip rather than for the next year's. */
const JUST_GONE_DAYS = 14;

const dayNumber = oneOf(ordinal, digits);
const maybeYear = maybe(word('year'));

const full: Parser<DayRule> = map(
  word('date'),
  ({ year, month, day }) =>
    () =>
      exactly(year, month, day),
);
const dotted = sequence([word('dotted'), maybeYear], ({ first, second }, year) =>
  dayOfYear(second, first, year?.year ?? null),
);
const spaced = sequence([word('ordinal'), word('ordinal'), maybeYear], (day, month, year) =>
  dayOfYear(month.value, day.value, year?.year ?? null),
);
const dayThenMonth = sequence([dayNumber, skip('links'), word('month'), maybeYear], (day, _, { month }, year) =>
  dayOfYear(month, day, year?.year ?? null),
);
const monthThenDay = sequence([word('month'), skip('links'), dayNumber, maybeYear], ({ month }, _, day, year) =>
  dayOfYear(month, day, year?.year ?? null),
);
const slashed = map(word('slashed'), ({ first, second, year }) => slashedDay(first, second, year));

const numbered: Parser<DayRule> = oneOf<DayRule>(full, dotted, spaced, dayThenMonth, monthThenDay, slashed);

const withWeekday = sequence(
  [skip('which'), word('weekday'), skip('leads', 'links'), numbered],
  (_, { day }, __, rule) => ofWeekday(rule, day),
);

const dayOfAnyMonth = map(
  ordinal,
  (day): DayRule =>
    ({ today }) =>
      dayOrNone(nextDayOfMonth(day, today)),
);

export const calendarDay: Parser<DayRule> = oneOf<DayRule>(numbered, withWeekday, dayOfAnyMonth);

function dayOfYear(month: number, day: number, year: number | null): DayRule {
  return ({ today }) => (year === null ? withoutYear(month, day, today) : exactly(year, month, day));
}

/** Whoever names a day that has just gone by rarely means the one a year ahead: both are offered. */
function withoutYear(month: number, day: number, today: LocalDate): Day | Impossible {
  const next = nextDayOfYear(month, day, today);
  const last = next && lastDayOfYear(month, day, today);
  return next && last && last >= addDays(today, -JUST_GONE_DAYS) ? either(last, next) : dayOrNone(next);
}

/** Half of the world writes the month first: what can be read both ways is asked about. */
function slashedDay(first: number, second: number, year: number | null): DayRule {
  return (context) => {
    const readings = [dayOfYear(second, first, year)(context), dayOfYear(first, second, year)(context)];
    const [date, ...others] = readings.filter(isPossible).map(({ date }) => date);
    return date ? either(date, ...others) : NO_SUCH_DAY;
  };
}

/** A wrong weekday tells of a slip in either of the two: nothing is guessed. */
function ofWeekday(rule: DayRule, weekday: Weekday): DayRule {
  return (context: DateContext): Day | Impossible => {
    const day = rule(context);
    if (isImpossible(day)) return day;
    const fitting = [day.date, ...(day.others ?? [])].filter((date) => weekdayOf(date) === weekday);
    const [date, ...others]: LocalDate[] = fitting;
    if (date) return either(date, ...others);
    return { impossible: 'weekday', date: day.date, weekday: weekdayOf(day.date) };
  };
}
