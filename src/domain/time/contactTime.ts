/** When people may be written to unasked: business days from 08:00 until before 18:00, local time. */
import {
  addBusinessDays,
  type BusinessCalendar,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
} from './businessDays.ts';
import { addDays, instantOf, type LocalDate, localDateOf, localTime, localTimeOf, type Zone } from './calendar.ts';

/** The hour at which reminders and digests are sent. */
export const CONTACT_OPENS = localTime('08:00');
const CONTACT_CLOSES = localTime('18:00');

/** `at` itself inside contact time, otherwise the next opening. */
export function contactAtOrAfter(at: Date, zone: Zone, calendar: BusinessCalendar): Date {
  if (isContactTime(at, zone, calendar)) return at;
  const date = localDateOf(at, zone);
  const first = localTimeOf(at, zone) < CONTACT_OPENS ? date : addDays(date, 1);
  return contactOpening(nextBusinessDay(first, calendar), zone);
}

/** `at` itself inside contact time, otherwise the last opening before it. */
export function contactAtOrBefore(at: Date, zone: Zone, calendar: BusinessCalendar): Date {
  if (isContactTime(at, zone, calendar)) return at;
  const date = localDateOf(at, zone);
  const last = localTimeOf(at, zone) < CONTACT_OPENS ? addBusinessDays(date, -1, calendar) : date;
  return contactOpening(previousBusinessDay(last, calendar), zone);
}

/** The instant at which contact time begins on a business day. */
export function contactOpening(date: LocalDate, zone: Zone): Date {
  return instantOf(date, CONTACT_OPENS, zone);
}

function isContactTime(at: Date, zone: Zone, calendar: BusinessCalendar): boolean {
  const time = localTimeOf(at, zone);
  return time >= CONTACT_OPENS && time < CONTACT_CLOSES && isBusinessDay(localDateOf(at, zone), calendar);
}
