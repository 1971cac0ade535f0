/** To whom the reminder of each task goes. */

import { standInWithin } from '../../../acting/belongs.ts';
import { leadsOf } from '../../../acting/leads.ts';
import type { GroupId, PersonId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Task } from '../../../domain/task/task.ts';
import { localDateOf } from '../../../domain/time/calendar.ts';
import type { Tx } from '../../../ports/store.ts';
import type { Reminder, ReminderReason } from '../cards/reminder.ts';

/** A task to be reminded of, and whether its lead is to be told that it is late, or that nobody has agreed to do it. */
export interface DueTask {
  readonly task: Task;
  readonly remind: boolean;
  readonly escalate: boolean;
  readonly unanswered: boolean;
}

type Reads = Pick<Tx, 'groups' | 'people' | 'processes'>;

/**
 * The assignee, the deputy of one who is away, the lead where nobody is responsible; and the lead of what is escalated or
 * unanswered, unless the task is their own.
 * Whoever switched reminders off gets none, except what is escalated to them.
 */
export async function recipientsOf(
  tx: Reads,
  process: Process,
  due: readonly DueTask[],
  now: Date,
): Promise<ReadonlyMap<PersonId, readonly Reminder[]>> {
  const leads = await leadsByGroup(tx, process, due);
  const people = await peopleOf(tx, due, leads);
  const today = localDateOf(now, process.zone);
  const reminders = new Map<PersonId, Reminder[]>();

  function add(personId: PersonId, task: Task, why: ReminderReason): void {
    if (why !== 'escalated' && people.get(personId)?.reminders === false) return;
    const list = reminders.get(personId) ?? [];
    // Somebody who is assignee and lead at once is told once.
    if (!list.some((known) => known.task.id === task.id)) list.push({ task, why });
    reminders.set(personId, list);
  }

  for (const { task, remind, escalate, unanswered } of due) {
    const assignee = task.assigneeId === null ? null : people.get(task.assigneeId);
    const leaders = leads.get(task.groupId) ?? [];
    const others = leaders.filter((lead) => lead !== task.assigneeId);
    if (escalate) for (const lead of others) add(lead, task, 'escalated');
    else if (unanswered) for (const lead of others) add(lead, task, 'unanswered');
    if (!remind) continue;
    const standIn = assignee ? await standInWithin(tx, process, assignee, today) : null;
    if (!assignee || assignee.erasedAt) for (const lead of leaders) add(lead, task, 'unassigned');
    else if (standIn !== null) add(standIn, task, 'standIn');
    else add(assignee.id, task, 'own');
  }
  return reminders;
}

async function leadsByGroup(
  tx: Reads,
  process: Process,
  due: readonly DueTask[],
): Promise<ReadonlyMap<GroupId, readonly PersonId[]>> {
  const leads = new Map<GroupId, readonly PersonId[]>();
  for (const { task } of due) {
    if (!leads.has(task.groupId)) leads.set(task.groupId, await leadsOf(tx, process, task.groupId));
  }
  return leads;
}

/** Assignees, their deputies and the leads: everyone who may be written to. */
async function peopleOf(
  tx: Reads,
  due: readonly DueTask[],
  leads: ReadonlyMap<GroupId, readonly PersonId[]>,
): Promise<ReadonlyMap<PersonId, Person>> {
  const assignees = due.flatMap(({ task }) => (task.assigneeId === null ? [] : [task.assigneeId]));
  const people = new Map<PersonId, Person>();
  const load = async (ids: Iterable<PersonId>) => {
    for (const person of await tx.people.byIds([...new Set(ids)])) people.set(person.id, person);
  };
  await load([...assignees, ...[...leads.values()].flat()]);
  await load([...people.values()].flatMap(({ absence }) => (absence?.deputyId ? [absence.deputyId] : [])));
  return people;
}
