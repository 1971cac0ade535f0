/** The direct message that asks somebody to do a task, kept up to date afterwards. */

import { editPersonal, tell } from '../../../acting/announce.ts';
import type { Fact } from '../../../acting/record.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Task, TaskChange } from '../../../domain/task/task.ts';
import { requestTopic, type Topic } from '../../../domain/topics.ts';
import type { TaskFile } from '../../../ports/store/tasks.ts';
import type { Tx } from '../../../ports/store.ts';
import { movedOnCard, requestCard } from '../cards/requestCard.ts';
import type { TaskView } from '../cards/view.ts';

/** Who was asked, and the topic of the message. */
export interface Request {
  readonly personId: PersonId;
  readonly topic: Topic;
}

export function requestOf({ task, changes }: Pick<TaskFile, 'task' | 'changes'>): Request | null {
  if (task.assigneeId === null) return null;
  return { personId: task.assigneeId, topic: requestTopic(task, task.assigneeId, assignedAt(task, changes)) };
}

/** When the task came to the one who has it now. */
export function assignedAt(task: Task, changes: readonly TaskChange[]): Date {
  const standing = changes.filter((change) => !change.undone);
  return standing.find((change) => change.before.assigneeId !== task.assigneeId)?.at ?? task.createdAt;
}

/** Nobody is asked for what they took on themselves. */
export async function askAssignee(
  tx: Pick<Tx, 'outbox' | 'people'>,
  fact: Fact,
  file: Pick<TaskFile, 'task' | 'changes'>,
  view: TaskView,
): Promise<void> {
  const request = requestOf(file);
  if (!request || file.task.acceptedAt) return;
  await tell(tx, fact, [{ ...request, card: (say) => requestCard(say, view) }]);
}

/** Changes the message where it was sent, for whoever is asked now and whoever was asked before. */
export async function refreshRequests(
  tx: Pick<Tx, 'outbox' | 'people'>,
  fact: Fact,
  file: Pick<TaskFile, 'task' | 'changes'>,
  former: Request | null,
  view: TaskView,
): Promise<void> {
  const current = requestOf(file);
  if (current) await editPersonal(tx, fact, current.personId, current.topic, (say) => requestCard(say, view));
  if (former && former.topic !== current?.topic)
    await editPersonal(tx, fact, former.personId, former.topic, (say) => movedOnCard(say, view));
}
