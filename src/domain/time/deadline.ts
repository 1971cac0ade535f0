/** A deadline as people agree on it, and when those who have not answered are reminded of it. */
import type { BusinessCalendar } from './businessDays.ts';
import { addDays, instantOf, type LocalDate, type LocalTime, localTime, type Zone } from './calendar.ts';
import { contactAtOrAfter, contactAtOrBefore } from './contactTime.ts';

/** A day, and a wall-clock time only if one was given. An instant only together with a zone, so clock changes cannot move it. */
export interface Deadline {
  readonly date: LocalDate;
  readonly time: LocalTime | null;
}

const HOUR_MS = 3_600_000;
const LAST_CALL_MS = 24 * HOUR_MS;
/** Two reminders, or a reminder and the end, are at least this far apart. */
const APART_MS = 12 * HOUR_MS;

/** The first instant at which the deadline is over: without a time that is the start of the next local day. */
export function closesAt(deadline: Deadline, zone: Zone): Date {
  if (deadline.time) return instantOf(deadline.date, deadline.time, zone);
  return instantOf(addDays(deadline.date, 1), localTime('00:00'), zone);
}

/** The last instant before that: it belongs to the time in which things were open, and so to what a digest at the end tells of. */
export function openUntil(deadline: Deadline, zone: Zone): Date {
  return new Date(closesAt(deadline, zone).getTime() - 1);
}

/**
 * The middle between opening and closing, moved forward into contact time.
 * Null when that is too close to the last call or to the end, or not after the opening.
 */
export function halfTimeReminderAt(
  openedAt: Date,
  deadline: Deadline,
  zone: Zone,
  calendar: BusinessCalendar,
): Date | null {
  const end = closesAt(deadline, zone).getTime();
  const at = contactAtOrAfter(new Date((openedAt.getTime() + end) / 2), zone, calendar);
  const nextMessage = lastCallAt(openedAt, deadline, zone, calendar)?.getTime() ?? end;
  return at > openedAt && at.getTime() <= nextMessage - APART_MS ? at : null;
}

/** 24 hours before closing, moved back into contact time. Null when that is not after the opening. */
export function lastCallAt(openedAt: Date, deadline: Deadline, zone: Zone, calendar: BusinessCalendar): Date | null {
  const dayBefore = new Date(closesAt(deadline, zone).getTime() - LAST_CALL_MS);
  const at = contactAtOrBefore(dayBefore, zone, calendar);
  return at > openedAt ? at : null;
}
