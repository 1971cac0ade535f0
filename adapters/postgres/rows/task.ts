/** The columns of a task and of its history, and how they become one. */

import type { Task, TaskChange, TaskFields } from '../../../src/domain/task/task.ts';
import type { LocalDate, LocalTime } from '../../../src/domain/time/calendar.ts';
import { dayText, timeText } from '../columns.ts';

const FIELDS = [
  'text',
  'state',
  'assignee_id as assigneeId',
  'accepted_at as acceptedAt',
  dayText<null>('due_date').as('dueDate'),
  timeText<null>('due_time').as('dueTime'),
  'closed_at as closedAt',
  'closed_by as closedBy',
] as const;

export const TASK = [
  'id',
  'process_id as processId',
  'group_id as groupId',
  'number',
  'created_by as createdBy',
  'created_at as createdAt',
  'permalink',
  ...FIELDS,
] as const;

export const TASK_CHANGE = [
  'id',
  'task_id as taskId',
  'changed_at as at',
  'changed_by as by',
  'undone',
  ...FIELDS,
] as const;

interface DueColumns {
  readonly dueDate: LocalDate | null;
  readonly dueTime: LocalTime | null;
}

type TaskRow = Omit<Task, 'due'> & DueColumns;

type TaskChangeRow = Omit<TaskChange, 'before'> & Omit<TaskFields, 'due'> & DueColumns & { readonly id: number };

export function toTask({ dueDate, dueTime, ...task }: TaskRow): Task {
  return { ...task, due: dueDate ? { date: dueDate, time: dueTime } : null };
}

export function toTaskChange({
  id: _,
  taskId,
  at,
  by,
  undone,
  dueDate,
  dueTime,
  ...fields
}: TaskChangeRow): TaskChange {
  const before = { ...fields, due: dueDate ? { date: dueDate, time: dueTime } : null };
  return { taskId, at, by, undone, before };
}

export function taskFieldColumns({ due, ...fields }: Partial<TaskFields>) {
  return {
    text: fields.text,
    state: fields.state,
    assignee_id: fields.assigneeId,
    accepted_at: fields.acceptedAt,
    closed_at: fields.closedAt,
    closed_by: fields.closedBy,
    ...(due === undefined ? {} : { due_date: due?.date ?? null, due_time: due?.time ?? null }),
  };
}
