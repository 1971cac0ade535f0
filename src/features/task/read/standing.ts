/** What the caller is to a task, and whether that is enough. */

import { standInWithin } from '../../../acting/belongs.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { isResponsible, mayChangeTask, mayTakePart, type TaskStanding } from '../../../domain/group/permission.ts';
import type { Task } from '../../../domain/task/task.ts';
import { localDateOf } from '../../../domain/time/calendar.ts';
import type { Tx } from '../../../ports/store.ts';
import { idOf } from './meant.ts';

type Reads = Pick<Tx, 'groups' | 'people' | 'processes'>;

async function standingOf(tx: Reads, caller: ProcessCaller, task: Task): Promise<TaskStanding> {
  const membership = await tx.groups.membership(task.groupId, caller.person.id);
  const assignee = task.assigneeId === null ? null : await tx.people.byId(task.assigneeId);
  const today = localDateOf(caller.now, caller.process.zone);
  return {
    personId: caller.person.id,
    coordinator: caller.coordinator,
    role: membership?.role ?? null,
    standsIn: assignee !== null && (await standInWithin(tx, caller.process, assignee, today)) === caller.person.id,
  };
}

/** @throws Refusal `task.notYours` */
export async function mustBeAllowedToChange(tx: Reads, caller: ProcessCaller, task: Task): Promise<void> {
  if (!mayChangeTask(task, await standingOf(tx, caller, task))) refuse('task.notYours', { id: idOf(task) });
}

/** @throws Refusal `task.notAsked` */
export async function mustBeResponsible(tx: Reads, caller: ProcessCaller, task: Task): Promise<void> {
  if (!isResponsible(task, await standingOf(tx, caller, task))) refuse('task.notAsked', { id: idOf(task) });
}

/** @throws Refusal `task.notMember` */
export async function mustTakePart(tx: Reads, caller: ProcessCaller, task: Task): Promise<void> {
  if (!mayTakePart(task, await standingOf(tx, caller, task))) refuse('task.notMember', { id: idOf(task) });
}
