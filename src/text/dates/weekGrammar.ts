/** Days named by their weekday and week: "Freitag", "nächsten Freitag", "Montag nächster Woche", "KW 42". */
import { addDays, type LocalDate, type Weekday, weekdayOf } from '../../domain/time/calendar.ts';
import { map, maybe, oneOf, type Parser, sequence, skip, word } from './combinators.ts';
import { digits, weekday } from './commonWords.ts';
import { endOfWorkingWeek, mondayOfWeek, nextMondayOfWeek, nextWeekday, weekdayInWeek } from './nextDays.ts';
import { type Day, type DayRule, dayOrNone, either } from './outcome.ts';
import { period } from './periodAhead.ts';
import type { Which } from './words.ts';

/** The Monday of the week. */
type WeekRule = (today: LocalDate) => LocalDate | null;

const week: Parser<WeekRule> = oneOf<WeekRule>(
  map(period('week'), (steps) => (today) => weekdayInWeek(1, steps, today)),
  sequence(
    [skip('links', 'within'), word('calendarWeek'), digits, skip('links'), maybe(word('year'))],
    (_, __, number, ___, year) => (today) => (year ? mondayOfWeek(number, year.year) : nextMondayOfWeek(number, today)),
  ),
);

const wholeWeek = map(
  week,
  (mondayIn): DayRule =>
    ({ today }) => {
      const monday = mondayIn(today);
      return dayOrNone(monday && endOfWorkingWeek(monday, today));
    },
);

const weekdayOfWeek = oneOf<DayRule>(
  sequence([weekday, skip('links'), week], (day, _, mondayIn) => inWeek(day, mondayIn)),
  sequence([week, skip('links', 'leads'), weekday], (mondayIn, _, day) => inWeek(day, mondayIn)),
);

const whichWeekday = oneOf<DayRule>(
  map(
    weekday,
    (day): DayRule =>
      ({ today }) => ({ date: nextWeekday(day, today) }),
  ),
  sequence([word('which'), weekday], ({ which }, day) => chosenWeekday(day, which)),
  sequence([weekday, word('whichBehind')], (day, { which }) => chosenWeekday(day, which)),
);

export const weekDay: Parser<DayRule> = oneOf<DayRule>(whichWeekday, weekdayOfWeek, wholeWeek);

function inWeek(day: Weekday, mondayIn: WeekRule): DayRule {
  return ({ today }) => {
    const monday = mondayIn(today);
    return dayOrNone(monday && weekdayInWeek(day, 0, monday));
  };
}

/**
 * "Next Friday" is the coming one to some and next week's to others, "this Friday" today or the coming one: where
 * they differ, both are offered. "Coming" is clear.
 */
function chosenWeekday(day: Weekday, which: Which): DayRule {
  return ({ today }): Day => {
    const coming = nextWeekday(day, today);
    switch (which) {
      case 'coming':
        return { date: coming };
      case 'this':
        return weekdayOf(today) === day ? either(today, coming) : { date: coming };
      case 'next':
        return either(coming, weekdayInWeek(day, 1, today));
      case 'afterNext':
        return either(addDays(coming, 7), weekdayInWeek(day, 2, today));
      default:
        return which satisfies never;
    }
  };
}
