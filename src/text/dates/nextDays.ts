/** The days that "the 5th", "Friday", "week 42" and their like come to, seen from today. */
import {
  addDays,
  addMonths,
  dayOf,
  isoWeekOf,
  type LocalDate,
  localDate,
  type Weekday,
  weekdayOf,
} from '../../domain/time/calendar.ts';

/** A day of the year comes round within eight years even if it is 29 February around a year such as 2100. */
const LEAP_GAP_YEARS = 8;
const FRIDAY = 5;

/** The next such day, today included; null when there never is one. */
export function nextDayOfYear(month: number, day: number, today: LocalDate): LocalDate | null {
  const thisYear = yearOf(today);
  for (let year = thisYear; year <= thisYear + LEAP_GAP_YEARS; year += 1) {
    const date = dayOf(year, month, day);
    if (date && date >= today) return date;
  }
  return null;
}

/** The last such day of this year or the one before that is over; null when there was none. */
export function lastDayOfYear(month: number, day: number, today: LocalDate): LocalDate | null {
  const thisYear = yearOf(today);
  const days = [thisYear, thisYear - 1].map((year) => dayOf(year, month, day));
  return days.find((date) => date !== null && date < today) ?? null;
}

/** The next such day, today included, in a month that has it; null when no month does. */
export function nextDayOfMonth(day: number, today: LocalDate): LocalDate | null {
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const date = dayInMonth(addMonths(firstOfMonth(today), ahead), day);
    if (date && date >= today) return date;
  }
  return null;
}

/** The first such weekday after today. */
export function nextWeekday(weekday: Weekday, today: LocalDate): LocalDate {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

/** The weekday in the week that lies `weeks` after the week of `date`. */
export function weekdayInWeek(weekday: Weekday, weeks: number, date: LocalDate): LocalDate {
  return addDays(date, weeks * 7 + weekday - weekdayOf(date));
}

/** The day a whole week stands for as a deadline: its Friday, or its Sunday if that Friday is over. */
export function endOfWorkingWeek(monday: LocalDate, today: LocalDate): LocalDate {
  const friday = addDays(monday, FRIDAY - 1);
  const sunday = addDays(monday, 6);
  return friday < today && today <= sunday ? sunday : friday;
}

/** The Monday of an ISO week; null when the year has no such week. */
export function mondayOfWeek(week: number, year: number): LocalDate | null {
  // 4 January always lies in the first week.
  const fourth = localDate(`${String(year).padStart(4, '0')}-01-04`);
  const monday = weekdayInWeek(1, week - 1, fourth);
  return week >= 1 && isoWeekOf(monday).year === year ? monday : null;
}

/** The Monday of the next week of that number that is not over yet; null when neither this year nor the next has it. */
export function nextMondayOfWeek(week: number, today: LocalDate): LocalDate | null {
  const thisYear = isoWeekOf(today).year;
  for (const year of [thisYear, thisYear + 1]) {
    const monday = mondayOfWeek(week, year);
    if (monday && addDays(monday, 6) >= today) return monday;
  }
  return null;
}

export function firstOfMonth(date: LocalDate): LocalDate {
  return localDate(`${date.slice(0, 7)}-01`);
}

export function lastOfMonth(date: LocalDate): LocalDate {
  return addDays(addMonths(firstOfMonth(date), 1), -1);
}

/** The day of that number in the month of `date`, if the month has it. */
export function dayInMonth(date: LocalDate, day: number): LocalDate | null {
  return dayOf(yearOf(date), monthOf(date), day);
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}
