/** How urgent a task is, seen from an instant. */
import { addDays, daysBetween, type LocalDate, localDateOf, type Zone } from '../time/calendar.ts';
import { closesAt, type Deadline } from '../time/deadline.ts';
import type { Task } from './task.ts';

/** `week`: within the next seven days; `later` also stands for a task without a date. */
export const URGENCIES = ['overdue', 'today', 'week', 'later'] as const;

export type Urgency = (typeof URGENCIES)[number];

const SOON_DAYS = 7;

/** An instant with the day it falls on, which is looked up once for many tasks. */
export interface Moment {
  readonly now: Date;
  readonly today: LocalDate;
  readonly zone: Zone;
}

export function momentOf(now: Date, zone: Zone): Moment {
  return { now, today: localDateOf(now, zone), zone };
}

export function urgencyOf(due: Deadline | null, { now, today, zone }: Moment): Urgency {
  if (!due) return 'later';
  if (due.date < today) return 'overdue';
  if (due.date === today) return due.time !== null && closesAt(due, zone) <= now ? 'overdue' : 'today';
  return due.date <= addDays(today, SOON_DAYS) ? 'week' : 'later';
}

/** An open task whose deadline is over. */
export function isOverdue(task: Pick<Task, 'state' | 'due'>, moment: Moment): boolean {
  return task.state === 'open' && urgencyOf(task.due, moment) === 'overdue';
}

/** Days since the due date, from 0; 0 also when there is none or it has not come. */
export function daysLate(task: Pick<Task, 'due'>, today: LocalDate): number {
  return task.due ? Math.max(0, daysBetween(task.due.date, today)) : 0;
}
