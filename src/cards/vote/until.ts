/** The deadline of a vote on a card that stays: with weekday and calendar week, without a distance that would grow stale. */
import { isoWeekOf } from '../../domain/calendar.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { deadlineText } from '../../text/dates/format.ts';
import type { Phrases } from '../../text/phrases.ts';

/** `Mi., 28.10.2026 (KW 44)` */
export function untilText(say: Phrases, deadline: Deadline): string {
  return say.say('vote.until', { day: deadlineText(say.locale, deadline), week: isoWeekOf(deadline.date).week });
}
