/** What people should know about a deadline before they agree to it: it is over, or on a day off. */
import { type BusinessCalendar, isBusinessDay, nextBusinessDay } from '../../domain/time/businessDays.ts';
import { addDays, type LocalDate, type LocalTime, weekdayOf } from '../../domain/time/calendar.ts';
import type { Deadline } from '../../domain/time/deadline.ts';
import { type HolidayKey, holidayOf } from '../../domain/time/holidays.ts';
import { translate } from '../catalogue.ts';
import { formatDay } from './format.ts';

/** `next`: the business day to offer instead. `closed` is a day off that is neither weekend nor holiday. */
export type DateNote =
  | { readonly kind: 'past' | 'weekend' | 'closed'; readonly next: LocalDate }
  | { readonly kind: 'holiday'; readonly holiday: HolidayKey; readonly next: LocalDate };

/** The most important note first; none for an ordinary business day ahead. `now`, if given, finds a time of today that is over. */
export function dateNotes(
  { date, time }: Deadline,
  today: LocalDate,
  calendar: BusinessCalendar,
  now: LocalTime | null = null,
): readonly DateNote[] {
  const notes: DateNote[] = [];
  const overToday = date === today && time !== null && now !== null && time <= now;
  if (date < today || overToday) notes.push({ kind: 'past', next: nextBusinessDay(addDays(today, 1), calendar) });

  const dayOff = dayOffNote(date, calendar);
  // A day off that is over already needs no second remark.
  return dayOff && notes.length === 0 ? [dayOff] : notes;
}

/** The note as a sentence that offers the other day. */
export function noteText(locale: string, date: LocalDate, note: DateNote): string {
  const days = { day: formatDay(locale, date), next: formatDay(locale, note.next) };
  if (note.kind !== 'holiday') return translate(locale, `date.note.${note.kind}`, days);
  return translate(locale, 'date.note.holiday', { ...days, holiday: translate(locale, `holiday.${note.holiday}`) });
}

function dayOffNote(date: LocalDate, calendar: BusinessCalendar): DateNote | null {
  if (isBusinessDay(date, calendar)) return null;
  const next = nextBusinessDay(date, calendar);
  const holiday = calendar.region && holidayOf(date, calendar.region);
  if (holiday) return { kind: 'holiday', holiday, next };
  return { kind: weekdayOf(date) >= 6 ? 'weekend' : 'closed', next };
}
