/** Adds a remark to a task. */

import { tell } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import type { ShortId } from '../../../domain/labels.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Tx } from '../../../ports/store.ts';
import { commentedCard } from '../cards/commentedCard.ts';
import { idOf, taskMeant } from '../read/meant.ts';
import { mustTakePart } from '../read/standing.ts';
import { taskFile, taskView } from '../read/view.ts';
import { refreshCard } from './change.ts';

/** Its assignee is told; a remark of the assignee goes to who created it. @throws Refusal `task.notMember` and those of `taskMeant` */
export async function commentTask(tx: Tx, caller: ProcessCaller, ref: ShortId | null, text: string): Promise<Task> {
  const task = await taskMeant(tx, caller, ref, { state: 'open' });
  await mustTakePart(tx, caller, task);
  const comment = { taskId: task.id, at: caller.now, by: caller.person.id, text };
  await tx.tasks.comment(comment);
  const fact = await record(tx, caller.process, caller.now, caller.person, 'task.comment', { task: idOf(task) });
  const view = await taskView(tx, caller.process, await taskFile(tx, task), caller.now);
  await refreshCard(tx, fact, view);
  const told = task.assigneeId === null || task.assigneeId === caller.person.id ? task.createdBy : task.assigneeId;
  if (told === caller.person.id) return task;
  await tell(tx, fact, [{ personId: told, card: (say) => commentedCard(say, view, comment) }]);
  return task;
}
