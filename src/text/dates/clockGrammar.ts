/** Times of day: "14.30 Uhr", "14:30", "um 14 Uhr", "2pm", "mittags". */
import { isLocalTime, localTime } from '../../domain/time/calendar.ts';
import { map, maybe, oneOf, only, type Parser, sequence, skip, word } from './combinators.ts';
import { digits } from './commonWords.ts';
import { type Impossible, NO_SUCH_TIME, type TimeOfDay } from './outcome.ts';

type Time = TimeOfDay | Impossible;

const NOON = localTime('12:00');
const END_OF_DAY: TimeOfDay = { time: null };
/** From here on a bare hour cannot be one of the afternoon on a twelve-hour clock. */
const FIRST_CLEAR_HOUR = 13;

const clock = sequence([word('clock'), maybe(word('oclock'))], ({ hour, minute }) => timeOf(hour, minute));
const dottedHour = map(word('dotted'), ({ first, second }) => timeOf(first, second));
const dottedClock = sequence([dottedHour, word('oclock')], (time) => time);
const fullHour = sequence([word('number'), word('oclock'), maybe(digits)], (hour, _, past) =>
  timeOf(hour.value, past ?? 0),
);
const halfDay = sequence(
  [
    oneOf(
      map(word('number'), ({ value }) => ({ hour: value, minute: 0 })),
      word('clock'),
      map(word('dotted'), ({ first, second }) => ({ hour: first, minute: second })),
    ),
    word('halfDay'),
  ],
  ({ hour, minute }, { pm }) => halfDayTime(hour, minute, pm),
);
const named = oneOf<Time>(
  map(word('noon'), () => ({ time: NOON })),
  map(word('endOfDay'), () => END_OF_DAY),
);

const clear: Parser<Time> = oneOf<Time>(clock, dottedClock, fullHour, halfDay, named);

const clearHour = map(
  only(digits, (hour) => hour >= FIRST_CLEAR_HOUR),
  (hour) => timeOf(hour, 0),
);

/** Clear as it stands, or made clear by "at". */
export const timeAlone: Parser<Time> = oneOf<Time>(
  sequence([skip('leads'), clear], (_, time) => time),
  sequence([skip('leads'), word('at'), oneOf<Time>(clear, dottedHour, clearHour)], (_, __, time) => time),
);

/** Behind a day a dotted time needs no "at" if it cannot be another day. */
export const timeAfterDay: Parser<Time> = oneOf<Time>(
  timeAlone,
  map(
    only(word('dotted'), ({ first, second, closed }) => !closed && (first === 0 || second === 0 || second > 12)),
    ({ first, second }) => timeOf(first, second),
  ),
);

function timeOf(hour: number, minute: number): Time {
  if (hour === 24 && minute === 0) return END_OF_DAY;
  const text = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return isLocalTime(text) ? { time: text } : NO_SUCH_TIME;
}

function halfDayTime(hour: number, minute: number, pm: boolean): Time {
  return hour < 1 || hour > 12 ? NO_SUCH_TIME : timeOf((hour % 12) + (pm ? 12 : 0), minute);
}
