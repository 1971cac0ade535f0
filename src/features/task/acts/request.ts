/** The direct message that asks somebody to do a task, kept up to date afterwards. */

import { editPersonal, tell } from '../../../acting/announce.ts';
import type { Fact } from '../../../acting/record.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Task, TaskChange } from '../../../domain/task/task.ts';
import { requestTopic, type Topic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { movedOnCard, requestCard } from '../cards/requestCard.ts';
import { taskView, type ViewReads } from '../read/view.ts';

/** Who was asked, and the topic of the message. */
export interface Request {
  readonly personId: PersonId;
  readonly topic: Topic;
}

export async function requestOf(tx: Pick<Tx, 'tasks'>, task: Task): Promise<Request | null> {
  if (task.assigneeId === null) return null;
  const since = assignedAt(task, await tx.tasks.changes(task.id));
  return { personId: task.assigneeId, topic: requestTopic(task, task.assigneeId, since) };
}

/** When the task came to the one who has it now. */
export function assignedAt(task: Task, changes: readonly TaskChange[]): Date {
  const standing = changes.filter((change) => !change.undone);
  return standing.find((change) => change.before.assigneeId !== task.assigneeId)?.at ?? task.createdAt;
}

/** Nobody is asked for what they took on themselves. */
export async function askAssignee(tx: ViewReads & Pick<Tx, 'outbox'>, fact: Fact, task: Task): Promise<void> {
  const request = await requestOf(tx, task);
  if (!request || task.acceptedAt) return;
  const view = await taskView(tx, fact.process, task, fact.at);
  await tell(tx, fact, [{ ...request, card: (say) => requestCard(say, view) }]);
}

/** Changes the message where it was sent, for whoever is asked now and whoever was asked before. */
export async function refreshRequests(
  tx: ViewReads & Pick<Tx, 'outbox'>,
  fact: Fact,
  task: Task,
  former: Request | null,
): Promise<void> {
  const current = await requestOf(tx, task);
  const view = await taskView(tx, fact.process, task, fact.at);
  if (current) await editPersonal(tx, fact, current.personId, current.topic, (say) => requestCard(say, view));
  if (former && former.topic !== current?.topic)
    await editPersonal(tx, fact, former.personId, former.topic, (say) => movedOnCard(say, view));
}
