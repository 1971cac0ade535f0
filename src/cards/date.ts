/** Dates as leaves: written out, and as the instant that a platform can show on the reader's own clock. */
import { instantOf, isoWeekOf, type LocalDate, localTime, type Zone } from '../domain/time/calendar.ts';
import type { Deadline } from '../domain/time/deadline.ts';
import type { Inline, Text } from '../message/model.ts';
import { deadlineText, formatInstant, remarkOn, zoneName } from '../text/dates/format.ts';
import { type Phrases, text } from '../text/phrases.ts';

const NOON = localTime('12:00');

/** `Fr., 19.02.2027, 18:00 Uhr` */
export function deadlineLeaf(say: Phrases, deadline: Deadline): Inline {
  const words = deadlineText(say.locale, deadline);
  if (say.zone === null) return text(words);
  const at = instantOf(deadline.date, deadline.time ?? NOON, say.zone);
  return leaf(say.locale, at, say.zone, deadline.time === null ? 'day' : 'dayTime', words);
}

/** To the minute: `Fr., 19.02.2027, 18:00 Uhr` */
export function instantLeaf(say: Phrases, at: Date, zone: Zone): Inline {
  return leaf(say.locale, at, zone, 'dayTime', formatInstant(say.locale, at, zone));
}

/** How an accepted date is answered, and how near it is: `Mi., 28.10.2026 (KW 44, in 6 Wochen)` */
export function deadlineLine(say: Phrases, deadline: Deadline, today: LocalDate): Text {
  return say.line('date.remark', { text: deadlineLeaf(say, deadline), ...remarkOn(say.locale, deadline.date, today) });
}

/** On a card that stays how far off the day is would go stale: `Fr., 29.01.2027 (KW 4)` */
export function lastingDeadline(say: Phrases, deadline: Deadline): Text {
  const { week } = isoWeekOf(deadline.date);
  return say.line('date.lasting', { day: deadlineLeaf(say, deadline), week });
}

function leaf(locale: string, at: Date, zone: Zone, show: 'day' | 'dayTime', words: string): Inline {
  return { t: 'date', at: at.toISOString(), show, text: words, zone: zoneName(locale, at, zone) };
}
