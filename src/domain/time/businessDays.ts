/** The days on which people may be asked to work, and counting in them. */
import { addDays, type LocalDate, weekdayOf } from './calendar.ts';
import { holidayOf, type Region } from './holidays.ts';

/** What is closed besides weekends. No region: no holidays are known. */
export interface BusinessCalendar {
  readonly region: Region | null;
  /** Further days without work, such as an outing or a break of the group. */
  readonly closedDays: readonly LocalDate[];
}

/** Days off with pay in public service though no holidays (TVöD § 6 (3)), MM-DD. */
const EVES = ['12-24', '12-31'];

export function isBusinessDay(date: LocalDate, calendar: BusinessCalendar): boolean {
  if (weekdayOf(date) >= 6 || EVES.includes(date.slice(5)) || calendar.closedDays.includes(date)) return false;
  return calendar.region === null || holidayOf(date, calendar.region) === null;
}

/** The first business day on or after `date`. */
export function nextBusinessDay(date: LocalDate, calendar: BusinessCalendar): LocalDate {
  return search(date, 1, calendar);
}

/** The last business day on or before `date`. */
export function previousBusinessDay(date: LocalDate, calendar: BusinessCalendar): LocalDate {
  return search(date, -1, calendar);
}

/** The `days`-th business day after `date`, before it when negative; `date` itself, whatever it is, for 0. */
export function addBusinessDays(date: LocalDate, days: number, calendar: BusinessCalendar): LocalDate {
  const direction = days < 0 ? -1 : 1;
  let result = date;
  for (let left = Math.abs(days); left > 0; left -= 1) {
    result = search(addDays(result, direction), direction, calendar);
  }
  return result;
}

function search(date: LocalDate, direction: 1 | -1, calendar: BusinessCalendar): LocalDate {
  let day = date;
  while (!isBusinessDay(day, calendar)) day = addDays(day, direction);
  return day;
}
