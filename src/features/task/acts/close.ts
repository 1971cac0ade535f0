/** Ends a task, and takes it up again: done, dropped, reopened. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { ShortId } from '../../../domain/labels.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Tx } from '../../../ports/store.ts';
import { idOf, taskMeant } from '../read/meant.ts';
import { mustBeAllowedToChange } from '../read/standing.ts';
import { changeTask } from './change.ts';

/** @throws Refusal `task.isDone`, `task.isDropped`, `task.notYours` and those of `taskMeant` */
export function finishTask(tx: Tx, caller: ProcessCaller, ref: ShortId | null): Promise<Task> {
  return close(tx, caller, ref, 'done');
}

/** @throws Refusal `task.isDone`, `task.isDropped`, `task.notYours` and those of `taskMeant` */
export function dropTask(tx: Tx, caller: ProcessCaller, ref: ShortId | null): Promise<Task> {
  return close(tx, caller, ref, 'dropped');
}

async function close(
  tx: Tx,
  caller: ProcessCaller,
  ref: ShortId | null,
  state: Exclude<Task['state'], 'open'>,
): Promise<Task> {
  const task = await taskMeant(tx, caller, ref, { state: 'open' });
  mustBeOpen(task);
  await mustBeAllowedToChange(tx, caller, task);
  // Who has done it, has agreed to it: reopened, it is not asked for again.
  const acceptedAt = state === 'done' && task.assigneeId === caller.person.id ? caller.now : null;
  const closing = { state, closedAt: caller.now, closedBy: caller.person.id };
  const fields = acceptedAt && !task.acceptedAt ? { ...closing, acceptedAt } : closing;
  const { task: closed } = await changeTask(tx, caller, task, { verb: state === 'done' ? 'done' : 'drop', fields });
  return closed;
}

/** @throws Refusal `task.isOpen`, `task.notYours` and those of `taskMeant` */
export async function reopenTask(tx: Tx, caller: ProcessCaller, ref: ShortId | null): Promise<Task> {
  const task = await taskMeant(tx, caller, ref, { state: 'done' });
  if (task.state === 'open') refuse('task.isOpen', { id: idOf(task) });
  await mustBeAllowedToChange(tx, caller, task);
  const fields = { state: 'open', closedAt: null, closedBy: null } as const;
  return (await changeTask(tx, caller, task, { verb: 'reopen', fields })).task;
}

/** @throws Refusal `task.isDone`, `task.isDropped` */
export function mustBeOpen(task: Task): void {
  if (task.state === 'done') refuse('task.isDone', { id: idOf(task) });
  if (task.state === 'dropped') refuse('task.isDropped', { id: idOf(task) });
}
