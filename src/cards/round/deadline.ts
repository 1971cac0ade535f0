/** When a round ends and when it ended, with weekday; how far off that is would go stale on a card that stays. */
import { isoWeekOf, type Zone } from '../../domain/calendar.ts';
import { closesAt, type Deadline } from '../../domain/deadline.ts';
import type { InputRound } from '../../domain/inputRound.ts';
import { deadlineText, formatInstant } from '../../text/dates/format.ts';
import type { Phrases } from '../../text/phrases.ts';

/** `Fr., 29.01.2027 (KW 4)` */
export function lastingDeadline(say: Phrases, deadline: Deadline): string {
  const { week } = isoWeekOf(deadline.date);
  return say.say('input.deadline', { day: deadlineText(say.locale, deadline), week });
}

/** The deadline as it was agreed, and to the minute only when somebody ended the round before it. */
export function endText(locale: string, { deadline, closedAt }: InputRound, zone: Zone): string {
  const early = closedAt !== null && closedAt < closesAt(deadline, zone);
  return early ? formatInstant(locale, closedAt, zone) : deadlineText(locale, deadline);
}
