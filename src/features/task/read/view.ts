/** Everything a card of a task shows. */

import { standInWithin } from '../../../acting/belongs.ts';
import { isAway } from '../../../domain/person/absence.ts';
import type { Absence, Person } from '../../../domain/person/person.ts';
import { businessCalendarOf, type Process } from '../../../domain/process/process.ts';
import type { Task } from '../../../domain/task/task.ts';
import { isOverdue, momentOf } from '../../../domain/task/taskDue.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { TaskFile } from '../../../ports/store/tasks.ts';
import type { Tx } from '../../../ports/store.ts';
import type { TaskView } from '../cards/view.ts';

export async function taskFile(tx: Pick<Tx, 'tasks'>, { id }: Pick<Task, 'id'>): Promise<TaskFile> {
  const file = await tx.tasks.file(id);
  if (!file) throw new Error(`The task ${id} is gone`);
  return file;
}

/** Whoever is away is asked for who stands in; nothing else is read. */
export async function taskView(
  tx: Pick<Tx, 'processes'>,
  process: Process,
  { task, group, comments, people }: TaskFile,
  now: Date,
): Promise<TaskView> {
  const moment = momentOf(now, process.zone);
  const { today } = moment;
  const assignee = task.assigneeId === null ? undefined : people.get(task.assigneeId);
  const named = [...people.values()].filter((person) => person.erasedAt === null);
  return {
    task,
    group,
    comments,
    absence: assignee && isAway(assignee, today) ? await absenceWithin(tx, process, assignee, today) : null,
    today,
    overdue: isOverdue(task, moment),
    calendar: businessCalendarOf(process),
    names: new Map(named.map(({ id, name }) => [id, name])),
  };
}

async function absenceWithin(
  tx: Pick<Tx, 'processes'>,
  process: Process,
  assignee: Person,
  today: LocalDate,
): Promise<Absence | null> {
  return assignee.absence && { ...assignee.absence, deputyId: await standInWithin(tx, process, assignee, today) };
}
