/** A round's deadline with weekday and calendar week; how far off it is would go stale on a card that stays. */
import { isoWeekOf } from '../../domain/calendar.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { deadlineText } from '../../text/dates/format.ts';
import type { Phrases } from '../../text/phrases.ts';

/** `Fr., 29.01.2027 (KW 4)` */
export function lastingDeadline(say: Phrases, deadline: Deadline): string {
  const { week } = isoWeekOf(deadline.date);
  return say.say('input.deadline', { day: deadlineText(say.locale, deadline), week });
}
