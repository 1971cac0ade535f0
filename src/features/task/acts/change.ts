/** What every change of a task brings with it: reminders, the audit log, the cards. */

import { editCards } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { type Fact, record } from '../../../acting/record.ts';
import type { Task, TaskFields } from '../../../domain/task/task.ts';
import { taskTopic } from '../../../domain/topics.ts';
import type { TaskFile } from '../../../ports/store/tasks.ts';
import type { Tx } from '../../../ports/store.ts';
import { taskCard } from '../cards/taskCard.ts';
import type { TaskView } from '../cards/view.ts';
import { reschedule } from '../due/schedule.ts';
import { idOf } from '../read/meant.ts';
import { taskFile, taskView } from '../read/view.ts';
import { type Request, refreshRequests, requestOf } from './request.ts';

export interface Change {
  /** Written to the audit log as `task.<verb>`. */
  readonly verb: string;
  readonly fields: Partial<TaskFields>;
  /** For the audit log, besides the id. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface Changed {
  readonly task: Task;
  readonly file: TaskFile;
  readonly view: TaskView;
  readonly fact: Fact;
}

/** The rights have been checked. */
export async function changeTask(tx: Tx, caller: ProcessCaller, task: Task, change: Change): Promise<Changed> {
  await tx.tasks.change(task.id, change.fields, caller.person.id, caller.now);
  const file = await taskFile(tx, task);
  // The change just made is the newest.
  const former = requestOf({ task, changes: file.changes.slice(1) });
  return settle(tx, caller, file, former, change);
}

/** `former`: who had been asked to do it before. */
export async function settle(
  tx: Tx,
  caller: ProcessCaller,
  file: TaskFile,
  former: Request | null,
  { verb, data }: Pick<Change, 'verb' | 'data'>,
): Promise<Changed> {
  const { task } = file;
  await reschedule(tx, caller.process, [file], caller.now);
  const entry = { task: idOf(task), ...data };
  const fact = await record(tx, caller.process, caller.now, caller.person, `task.${verb}`, entry);
  const view = await taskView(tx, caller.process, file, caller.now);
  await refreshCard(tx, fact, view);
  await refreshRequests(tx, fact, file, former, view);
  return { task, file, view, fact };
}

export async function refreshCard(tx: Pick<Tx, 'outbox'>, fact: Fact, view: TaskView): Promise<void> {
  await editCards(tx, fact, taskTopic(view.task), (say) => taskCard(say, view));
}
