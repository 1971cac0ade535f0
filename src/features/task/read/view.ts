/** Everything a card of a task shows, read from the store. */

import { standInWithin } from '../../../acting/belongs.ts';
import { namesOf } from '../../../acting/names.ts';
import { isAway } from '../../../domain/person/absence.ts';
import type { Absence, Person } from '../../../domain/person/person.ts';
import { businessCalendarOf, type Process } from '../../../domain/process/process.ts';
import type { Task } from '../../../domain/task/task.ts';
import { isOverdue, momentOf } from '../../../domain/task/taskDue.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Tx } from '../../../ports/store.ts';
import type { TaskView } from '../cards/view.ts';

export type ViewReads = Pick<Tx, 'groups' | 'people' | 'processes' | 'tasks'>;

export async function taskView(tx: ViewReads, process: Process, task: Task, now: Date): Promise<TaskView> {
  const group = await tx.groups.byId(task.groupId);
  if (!group) throw new Error(`The task ${task.id} has no group`);
  const moment = momentOf(now, process.zone);
  const { today } = moment;
  const comments = await tx.tasks.comments(task.id);
  const assignee = task.assigneeId === null ? null : await tx.people.byId(task.assigneeId);
  const absence = assignee && isAway(assignee, today) ? await absenceWithin(tx, process, assignee, today) : null;
  const mentioned = [task.assigneeId, task.createdBy, task.closedBy, absence?.deputyId ?? null];
  return {
    task,
    group,
    comments,
    absence,
    today,
    overdue: isOverdue(task, moment),
    calendar: businessCalendarOf(process),
    names: await namesOf(tx, [...mentioned, ...comments.map((comment) => comment.by)]),
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
