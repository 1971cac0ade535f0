/** Days and wall-clock times as people write them, and their way to and from instants in a time zone. */
import { tzOffset } from '@date-fns/tz/tzOffset';

declare const localDateBrand: unique symbol;
declare const localTimeBrand: unique symbol;

/** A day of the Gregorian calendar, `YYYY-MM-DD`. Compares in order of time with `<`. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** A wall-clock time to the minute, `HH:MM` from 00:00 to 23:59. Compares in order of time with `<`. */
export type LocalTime = string & { readonly [localTimeBrand]: true };

/** An IANA time zone name such as `Europe/Berlin`. */
export type Zone = string;

/** 1 Monday to 7 Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Whether `text` is an existing day written `YYYY-MM-DD`; 2026-02-30 is not. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(ms) && isoDate(ms) === text;
}

export function isLocalTime(text: string): text is LocalTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** @throws RangeError when `text` is not an existing day written `YYYY-MM-DD` */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

/** @throws RangeError when `text` is not a time written `HH:MM` */
export function localTime(text: string): LocalTime {
  if (!isLocalTime(text)) throw new RangeError(`not a time of day: ${text}`);
  return text;
}

/** The day with these numbers (month 1 to 12), or null when there is no such day. */
export function dayOf(year: number, month: number, day: number): LocalDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(text) ? text : null;
}

export function isZone(text: string): text is Zone {
  // Intl also takes fixed offsets such as +02:00; they know no summer time, so they are no zone for people.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/**
 * The instant at which the clocks of `zone` show `time` on `date`.
 *
 * One rule for the two odd hours of the year: the time is read with the offset in force before the change. So a time
 * in the doubled hour means its first passing, and a time in the missing hour means as long after the change as
 * it claims to be (02:30 becomes 03:30).
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: Zone): Date {
  const wall = Date.parse(`${date}T${time}Z`);
  const before = offsetAt(wall - DAY_MS, zone);
  const after = offsetAt(wall + DAY_MS, zone);
  const asBefore = wall - before;
  const asAfter = wall - after;
  const afterTheChange = offsetAt(asBefore, zone) !== before && offsetAt(asAfter, zone) === after;
  return new Date(afterTheChange ? asAfter : asBefore);
}

/** The day that calendars in `zone` show at the instant. */
export function localDateOf(at: Date, zone: Zone): LocalDate {
  return localDate(isoDate(wallOf(at, zone)));
}

/** The time that clocks in `zone` show at the instant, cut to the minute. */
export function localTimeOf(at: Date, zone: Zone): LocalTime {
  return localTime(new Date(wallOf(at, zone)).toISOString().slice(11, 16));
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return localDate(isoDate(Date.parse(date) + days * DAY_MS));
}

/** The same day of the month, or the month's last day where it has no such day (as BGB § 188 (3)). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const at = new Date(date);
  const day = at.getUTCDate();
  // To the last day of that month, which never lies in the month after.
  at.setUTCMonth(at.getUTCMonth() + months + 1, 0);
  at.setUTCDate(Math.min(day, at.getUTCDate()));
  return localDate(isoDate(at.getTime()));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function weekdayOf(date: LocalDate): Weekday {
  return (new Date(date).getUTCDay() || 7) as Weekday;
}

/** The week of ISO 8601 (the German Kalenderwoche). Its year differs from the day's around New Year. */
export function isoWeekOf(date: LocalDate): { readonly week: number; readonly year: number } {
  // The week belongs to the year of its Thursday. Counted here because every date shown asks for it, thousands in a batch.
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = thursday.slice(0, 4);
  return { week: Math.floor(daysBetween(localDate(`${year}-01-01`), thursday) / 7) + 1, year: Number(year) };
}

function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function wallOf(at: Date, zone: Zone): number {
  return at.getTime() + offsetAt(at.getTime(), zone);
}

/** How far the clocks of `zone` are ahead of UTC, in ms. @throws RangeError for an unknown zone */
function offsetAt(ms: number, zone: Zone): number {
  const minutes = tzOffset(zone, new Date(ms));
  if (Number.isNaN(minutes)) throw new RangeError(`not a time zone: ${zone}`);
  return Math.round(minutes * MINUTE_MS);
}
