/** Days named by their distance: "morgen", "in 3 Tagen", "heute in 8 Tagen", "Freitag in zwei Wochen", "a week from tomorrow". */
import { addDays, type LocalDate, type Weekday } from '../../domain/time/calendar.ts';
import { map, maybe, oneOf, only, type Parser, sequence, skip, word } from './combinators.ts';
import { weekday } from './commonWords.ts';
import { nextWeekday, weekdayInWeek } from './nextDays.ts';
import { type DateContext, type Day, type DayRule, either } from './outcome.ts';
import { addSpan, type Span, span } from './span.ts';

const daySpan = only(span, ({ unit }) => unit !== 'hour');
const within = sequence([word('within'), skip('links'), daySpan], (_, __, length) => length);

/** In German, eight days count today in and mean a week. In law they are full eight days (HGB § 359 (2)), so both are offered. */
const EIGHT_DAYS = 8;

const dayWord: Parser<number> = map(word('dayWord'), ({ offset }) => offset);

const named = map(
  dayWord,
  (offset): DayRule =>
    ({ today }) => ({ date: addDays(today, offset) }),
);

const ahead = oneOf(
  within,
  sequence([daySpan, word('fromNow')], (length) => length),
);
const fromToday = map(
  ahead,
  (length): DayRule =>
    (context) => ({ date: later(context.today, length, context) }),
);

const fromDayWord = oneOf<DayRule>(
  sequence([dayWord, within], (offset, length) => anchored(offset, length)),
  sequence([maybe(word('within')), daySpan, word('from'), dayWord], (_, length, __, offset) =>
    anchored(offset, length),
  ),
);

const fromWeekday = oneOf<DayRule>(
  sequence([weekday, only(map(within, inWeeks), isCount)], (day, weeks) => weekdayAhead(day, weeks)),
  sequence([daySpan, word('from'), skip('links'), weekday], (length, _, __, day) => afterWeekday(day, length)),
);

export const relativeDay: Parser<DayRule> = oneOf<DayRule>(named, fromToday, fromDayWord, fromWeekday);

function later(date: LocalDate, length: Span, { now, calendar }: DateContext): LocalDate {
  return addSpan({ date, time: now }, length, calendar).date;
}

function anchored(offset: number, length: Span): DayRule {
  return (context) => {
    const anchor = addDays(context.today, offset);
    const date = later(anchor, length, context);
    const idiom = length.unit === 'day' && length.amount === EIGHT_DAYS;
    return idiom ? { date, others: [addDays(anchor, EIGHT_DAYS - 1)] } : { date };
  };
}

/** Whole weeks in a span; null when it is not a number of weeks. */
function inWeeks({ amount, unit }: Span): number | null {
  if (unit === 'week') return amount;
  if (unit !== 'day') return null;
  if (amount === EIGHT_DAYS) return 1;
  return amount % 7 === 0 ? amount / 7 : null;
}

function isCount(weeks: number | null): weeks is number {
  return weeks !== null && weeks > 0;
}

/** People count from the coming one or by the calendar's weeks: where that differs, both. */
function weekdayAhead(day: Weekday, weeks: number): DayRule {
  return ({ today }): Day => {
    const byWeeks = weekdayInWeek(day, weeks, today);
    const fromComing = addDays(nextWeekday(day, addDays(today, -1)), 7 * weeks);
    return either(byWeeks, fromComing);
  };
}

function afterWeekday(day: Weekday, length: Span): DayRule {
  return (context) => ({ date: later(nextWeekday(day, context.today), length, context) });
}
