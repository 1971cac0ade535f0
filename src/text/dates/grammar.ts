/** A whole deadline phrase: a day, a day with a time, a time alone, or some hours from now. */
import { addDays, type LocalTime } from '../../domain/time/calendar.ts';
import { calendarDay } from './calendarGrammar.ts';
import { timeAfterDay, timeAlone } from './clockGrammar.ts';
import { inputOf, map, maybe, oneOf, only, type Parser, sequence, skip, word } from './combinators.ts';
import { type DateContext, type Day, type DayRule, type Impossible, isImpossible, type TimeOfDay } from './outcome.ts';
import { periodDay } from './periodGrammar.ts';
import { relativeDay } from './relativeGrammar.ts';
import { addSpan, span } from './span.ts';
import { weekDay } from './weekGrammar.ts';

/** A day with the time if one was given; null means the whole day. */
export interface Moment extends Day {
  readonly time: LocalTime | null;
}

type Rule = (context: DateContext) => Moment | Impossible;

const day: Parser<DayRule> = oneOf(calendarDay, relativeDay, weekDay, periodDay);

const dayFirst = sequence([day, maybe(timeAfterDay)], (rule, time) => both(rule, time ?? { time: null }));
const timeFirst = sequence([timeAlone, skip('leads', 'links'), day], (time, _, rule) => both(rule, time));
const onlyTime = map(
  timeAlone,
  (time): Rule =>
    (context) =>
      nextTime(time, context),
);
const hoursAhead = sequence(
  [word('within'), only(span, ({ unit }) => unit === 'hour')],
  (_, hours): Rule =>
    ({ today, now, calendar }) =>
      addSpan({ date: today, time: now }, hours, calendar),
);

const phrase: Parser<Rule> = sequence(
  [skip('leads', 'links'), oneOf<Rule>(dayFirst, timeFirst, onlyTime, hoursAhead)],
  (_, rule) => rule,
);

/** Every way to read all of the words; none when some of them are left over in each. */
export function readings(words: readonly string[], context: DateContext): (Moment | Impossible)[] {
  const input = inputOf(words, context.lexicons);
  const complete = phrase(input, 0).filter(({ next }) => next === input.length);
  return complete.map(({ value }) => value(context));
}

function both(rule: DayRule, time: TimeOfDay | Impossible): Rule {
  return (context) => {
    const found = rule(context);
    if (isImpossible(found)) return found;
    return isImpossible(time) ? time : { ...found, time: time.time };
  };
}

/** A time without a day is today's, or tomorrow's when that is over. */
function nextTime(time: TimeOfDay | Impossible, { today, now }: DateContext): Moment | Impossible {
  if (isImpossible(time)) return time;
  const over = time.time !== null && time.time <= now;
  return { date: over ? addDays(today, 1) : today, time: time.time };
}
