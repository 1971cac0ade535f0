/** Dates, times and distances as people read them. */
import {
  daysBetween,
  isoWeekOf,
  type LocalDate,
  type LocalTime,
  localDateOf,
  localTimeOf,
  type Weekday,
  weekdayOf,
  type Zone,
} from '../../domain/time/calendar.ts';
import type { Deadline } from '../../domain/time/deadline.ts';
import { translate } from '../catalogue.ts';

const DAYS_IN_WORDS_OF_DAYS = 13;
const DAYS_IN_WORDS_OF_WEEKS = 69;
const DAYS_PER_MONTH = 30.44;
const MONTHS_IN_WORDS_OF_MONTHS = 23;

/** `Mi., 28.10.2026` */
export function formatDay(locale: string, date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return translate(locale, 'date.day', { weekday: weekdayOf(date), day, dayNumber: Number(day), month, year });
}

/** `Mi., 28.10.2026, 14:30 Uhr` */
export function deadlineText(locale: string, { date, time }: Deadline): string {
  const day = formatDay(locale, date);
  return time === null ? day : translate(locale, 'date.dayAndTime', { day, time: formatTime(locale, time) });
}

/** The day and time that clocks in `zone` show: `Mi., 28.10.2026, 14:30 Uhr` */
export function formatInstant(locale: string, at: Date, zone: Zone): string {
  return deadlineText(locale, { date: localDateOf(at, zone), time: localTimeOf(at, zone) });
}

/** `14:30 Uhr` */
export function formatTime(locale: string, time: LocalTime): string {
  return translate(locale, 'date.time', { time });
}

/** `Montag` */
export function formatWeekday(locale: string, weekday: Weekday): string {
  return translate(locale, 'date.weekday', { weekday });
}

/** `heute`, `morgen`, `in 3 Tagen`, `in 6 Wochen`, and of what is over since when: `seit 2 Tagen`. */
export function relativeDays(locale: string, date: LocalDate, today: LocalDate): string {
  return distance(locale, date, today, 'since');
}

/** What is said beside a date: its calendar week, and how far off it is. */
export function remarkOn(
  locale: string,
  date: LocalDate,
  today: LocalDate,
): { readonly week: number; readonly relative: string } {
  return { week: isoWeekOf(date).week, relative: distance(locale, date, today, 'ago') };
}

/** What people call the zone at that time: `MEZ` or `MESZ` in German, `GMT+1` in English. */
export function zoneName(locale: string, at: Date, zone: Zone): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

function distance(locale: string, date: LocalDate, today: LocalDate, past: 'since' | 'ago'): string {
  const days = daysBetween(today, date);
  return translate(locale, `date.${days < 0 ? past : 'ahead'}`, rounded(Math.abs(days)));
}

/** Near days are counted exactly; far ones in weeks, months or years, rounded. */
function rounded(days: number): { readonly unit: 'day' | 'week' | 'month' | 'year'; readonly count: number } {
  if (days <= DAYS_IN_WORDS_OF_DAYS) return { unit: 'day', count: days };
  if (days <= DAYS_IN_WORDS_OF_WEEKS) return { unit: 'week', count: Math.round(days / 7) };
  const months = Math.round(days / DAYS_PER_MONTH);
  if (months <= MONTHS_IN_WORDS_OF_MONTHS) return { unit: 'month', count: months };
  return { unit: 'year', count: Math.round(months / 12) };
}
