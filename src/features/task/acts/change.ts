/** What every change of a task brings with it: reminders, the audit log, the cards. */

import { editCards } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { type Fact, record } from '../../../acting/record.ts';
import type { Task, TaskFields } from '../../../domain/task/task.ts';
import { taskTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { taskCard } from '../cards/taskCard.ts';
import { reschedule } from '../due/schedule.ts';
import { idOf } from '../read/meant.ts';
import { taskView, type ViewReads } from '../read/view.ts';
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
  readonly fact: Fact;
}

/** The rights have been checked. */
export async function changeTask(tx: Tx, caller: ProcessCaller, task: Task, change: Change): Promise<Changed> {
  const former = await requestOf(tx, task);
  const changed = await tx.tasks.change(task.id, change.fields, caller.person.id, caller.now);
  return settle(tx, caller, changed, former, change);
}

/** `former`: who had been asked to do it before. */
export async function settle(
  tx: Tx,
  caller: ProcessCaller,
  task: Task,
  former: Request | null,
  { verb, data }: Pick<Change, 'verb' | 'data'>,
): Promise<Changed> {
  await reschedule(tx, caller.process, [task], caller.now);
  const entry = { task: idOf(task), ...data };
  const fact = await record(tx, caller.process, caller.now, caller.person, `task.${verb}`, entry);
  await refreshCard(tx, fact, task);
  await refreshRequests(tx, fact, task, former);
  return { task, fact };
}

export async function refreshCard(tx: ViewReads & Pick<Tx, 'outbox'>, fact: Fact, task: Task): Promise<void> {
  const view = await taskView(tx, fact.process, task, fact.at);
  await editCards(tx, fact, taskTopic(task), (say) => taskCard(say, view));
}
