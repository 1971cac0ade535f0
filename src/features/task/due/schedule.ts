/** Keeps the due work of a task in step with its state and date. */

import { businessCalendarOf, type Process } from '../../../domain/process/process.ts';
import type { Task } from '../../../domain/task/task.ts';
import {
  escalationOn,
  nextOverdue,
  type TaskStep,
  taskReminders,
  unansweredOn,
} from '../../../domain/task/taskLadder.ts';
import { addBusinessDays } from '../../../domain/time/businessDays.ts';
import { localDateOf } from '../../../domain/time/calendar.ts';
import { contactOpening } from '../../../domain/time/contactTime.ts';
import type { Deadline } from '../../../domain/time/deadline.ts';
import type { DueKind, DueWork } from '../../../domain/time/due.ts';
import type { TaskFile } from '../../../ports/store/tasks.ts';
import type { Tx } from '../../../ports/store.ts';
import { assignedAt } from '../acts/request.ts';

const KIND_OF = {
  week: 'task.week',
  twoDays: 'task.twoDays',
  due: 'task.due',
  overdue: 'task.overdue',
} as const satisfies Record<TaskStep, DueKind>;

/** Takes back what was planned for the tasks and plans anew what lies in the future. */
export async function reschedule(
  tx: Pick<Tx, 'due'>,
  process: Process,
  tasks: readonly Planned[],
  now: Date,
): Promise<void> {
  await tx.due.cancel(
    'task.',
    tasks.map(({ task }) => task.id),
  );
  await tx.due.register(tasks.flatMap((planned) => plannedFor(process, planned, now)));
}

/** A task, and what has happened to it. */
type Planned = Pick<TaskFile, 'task' | 'changes'>;

/** All that happens to the task by itself after `now`. */
export function plannedFor(process: Process, { task, changes }: Planned, now: Date): readonly DueWork[] {
  const asked = isAsked(task) ? [unanswered(process, task, assignedAt(task, changes))] : [];
  return [...dueWorkOf(process, task, now), ...asked].filter(({ at }) => at > now);
}

/** Every reminder of an open task after `now`, and the escalation. */
export function dueWorkOf(process: Process, task: Task, now: Date): readonly DueWork[] {
  const { due } = task;
  if (task.state !== 'open' || !due) return [];
  const calendar = businessCalendarOf(process);
  const on = (kind: DueKind, at: Date): DueWork => ({ kind, processId: process.id, objectId: task.id, at });
  const ahead = taskReminders(due, process.zone, calendar)
    .filter(({ step }) => step !== 'overdue')
    .map(({ step, at }) => on(KIND_OF[step], at));
  const escalation = on('task.escalate', contactOpening(escalationOn(due, calendar), process.zone));
  return [...ahead, on('task.overdue', nextOverdueAt(process, due, now)), escalation].filter(({ at }) => at > now);
}

/** Somebody was asked and has not answered yet. */
export function isAsked(task: Task): boolean {
  return task.state === 'open' && task.assigneeId !== null && task.acceptedAt === null;
}

function unanswered(process: Process, task: Task, asked: Date): DueWork {
  const on = unansweredOn(localDateOf(asked, process.zone), businessCalendarOf(process));
  const at = contactOpening(on, process.zone);
  return { kind: 'task.unanswered', processId: process.id, objectId: task.id, at };
}

/** When the first overdue reminder after `now` is due: the business day after the due date, then every third one. */
export function nextOverdueAt(process: Process, due: Deadline, now: Date): Date {
  const calendar = businessCalendarOf(process);
  const today = localDateOf(now, process.zone);
  let on = addBusinessDays(due.date, 1, calendar);
  while (on < today || (on === today && contactOpening(on, process.zone) <= now)) on = nextOverdue(on, calendar);
  return contactOpening(on, process.zone);
}
