/** How urgent a task is, seen from an instant. */
import { addDays, daysBetween, type LocalDate, localDateOf, type Zone } from './calendar.ts';
import { closesAt, type Deadline } from './deadline.ts';
import type { Task } from './task.ts';

/** `week`: within the next seven days; `later` also stands for a task without a date. */
export const URGENCIES = ['overdue', 'today', 'week', 'later'] as const;

export type Urgency = (typeof URGENCIES)[number];

const SOON_DAYS = 7;

export function urgencyOf(due: Deadline | null, now: Date, zone: Zone): Urgency {
  if (!due) return 'later';
  if (closesAt(due, zone) <= now) return 'overdue';
  const today = localDateOf(now, zone);
  if (due.date <= today) return 'today';
  return due.date <= addDays(today, SOON_DAYS) ? 'week' : 'later';
}

/** An open task whose deadline is over. */
export function isOverdue(task: Pick<Task, 'state' | 'due'>, now: Date, zone: Zone): boolean {
  return task.state === 'open' && urgencyOf(task.due, now, zone) === 'overdue';
}

/** Days since the due date, from 0; 0 also when there is none or it has not come. */
export function daysLate(task: Pick<Task, 'due'>, today: LocalDate): number {
  return task.due ? Math.max(0, daysBetween(task.due.date, today)) : 0;
}
