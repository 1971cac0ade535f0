/** Takes back the last thing a person did to a task. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Task, TaskChange } from '../../../domain/task/task.ts';
import type { Tx } from '../../../ports/store.ts';
import { idOf } from '../read/meant.ts';
import { taskFile } from '../read/view.ts';
import { changeTask, settle } from './change.ts';
import { requestOf } from './request.ts';

/** For how long a change can be taken back, in milliseconds. */
const UNDO_WINDOW_MS = 15 * 60_000;

/**
 * The last change, or the task created last, whichever came later; a created one is dropped.
 * @throws Refusal `task.nothingToUndo`, `task.changedSince`
 */
export async function undoLast(tx: Tx, caller: ProcessCaller): Promise<Task> {
  const since = new Date(caller.now.getTime() - UNDO_WINDOW_MS);
  const change = await tx.tasks.lastChangeBy(caller.process.id, caller.person.id, since);
  const created = await lastCreated(tx, caller, since);
  if (created && (!change || (await isLater(tx, caller, created, change))))
    return takeBackCreation(tx, caller, created);
  return change ? takeBackChange(tx, caller, change) : refuse('task.nothingToUndo');
}

async function lastCreated(tx: Tx, caller: ProcessCaller, since: Date): Promise<Task | null> {
  const until = new Date(caller.now.getTime() + 1);
  const recent = await tx.tasks.list(caller.process.id, { createdBetween: [since, until] });
  const own = recent.filter((task) => task.createdBy === caller.person.id && task.state === 'open');
  return own.sort((a, b) => b.number - a.number)[0] ?? null;
}

/** Of two acts of one instant the log knows the order. */
async function isLater(tx: Tx, caller: ProcessCaller, created: Task, change: TaskChange): Promise<boolean> {
  if (created.createdAt.getTime() !== change.at.getTime()) return created.createdAt > change.at;
  const entries = await tx.audit.entries(caller.process.id);
  const acts = entries.filter(({ actor, action }) => actor === caller.person.token && action.startsWith('task.'));
  return acts.at(-1)?.action === 'task.add';
}

async function takeBackCreation(tx: Tx, caller: ProcessCaller, task: Task): Promise<Task> {
  const changes = await tx.tasks.changes(task.id);
  if (changes.some((change) => !change.undone)) refuse('task.changedSince', { id: idOf(task) });
  const fields = { state: 'dropped', closedAt: caller.now, closedBy: caller.person.id } as const;
  return (await changeTask(tx, caller, task, { verb: 'undo', fields })).task;
}

/** Only while nobody else has built on it. */
async function takeBackChange(tx: Tx, caller: ProcessCaller, change: TaskChange): Promise<Task> {
  const before = await tx.tasks.file(change.taskId);
  const newest = before?.changes.find((candidate) => !candidate.undone);
  if (!before || !newest) return refuse('task.nothingToUndo');
  const { task } = before;
  if (newest.by !== caller.person.id) refuse('task.changedSince', { id: idOf(task) });
  await tx.tasks.undo(change);
  return (await settle(tx, caller, await taskFile(tx, task), requestOf(before), { verb: 'undo' })).task;
}
