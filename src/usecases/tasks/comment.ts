/** Adds a remark to a task. */
import { commentedCard } from '../../cards/task/commentedCard.ts';
import type { ShortId } from '../../domain/shortId.ts';
import type { Task } from '../../domain/task.ts';
import type { Tx } from '../../ports/store.ts';
import { tell } from '../announce.ts';
import type { ProcessCaller } from '../caller.ts';
import { record } from '../record.ts';
import { refreshCard } from './change.ts';
import { idOf, taskMeant } from './find.ts';
import { mustTakePart } from './standing.ts';
import { taskView } from './view.ts';

/** Its assignee is told; a remark of the assignee goes to who created it. @throws Refusal `task.notMember` and those of `taskMeant` */
export async function commentTask(tx: Tx, caller: ProcessCaller, ref: ShortId | null, text: string): Promise<Task> {
  const task = await taskMeant(tx, caller, ref, { state: 'open' });
  await mustTakePart(tx, caller, task);
  const comment = { taskId: task.id, at: caller.now, by: caller.person.id, text };
  await tx.tasks.comment(comment);
  const fact = await record(tx, caller.process, caller.now, caller.person, 'task.comment', { task: idOf(task) });
  await refreshCard(tx, fact, task);
  const told = task.assigneeId === null || task.assigneeId === caller.person.id ? task.createdBy : task.assigneeId;
  if (told === caller.person.id) return task;
  const view = await taskView(tx, caller.process, task, caller.now);
  await tell(tx, fact, [{ personId: told, card: (say) => commentedCard(say, view, comment) }]);
  return task;
}
