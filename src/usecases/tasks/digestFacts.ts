/** What a digest tells about tasks: what changed in its window, and what is late or due soon at the end of it. */
import type { Process } from '../../domain/process.ts';
import type { Task } from '../../domain/task.ts';
import { momentOf, type Urgency, urgencyOf } from '../../domain/taskDue.ts';
import type { Tx } from '../../ports/store.ts';

export interface TaskFacts {
  /** Created in the window, whatever became of them since. By due date. */
  readonly created: readonly Task[];
  /** Done or dropped in the window; `state` says which. By due date. */
  readonly closed: readonly Task[];
  /** Open and past their deadline at the end of the window, most days late first (see `daysLate`). */
  readonly overdue: readonly Task[];
  /** Open and due in the seven days after the end of the window, the next first. */
  readonly dueSoon: readonly Task[];
}

/** The window is half-open, [from, to): nothing is told twice and nothing is left out between two digests. */
export async function taskFacts(
  tx: Pick<Tx, 'tasks'>,
  process: Pick<Process, 'id' | 'zone'>,
  from: Date,
  to: Date,
): Promise<TaskFacts> {
  const window = [from, to] as const;
  const created = await tx.tasks.list(process.id, { createdBetween: window });
  const closed = await tx.tasks.list(process.id, { closedBetween: window });
  const open = await tx.tasks.list(process.id, { state: 'open' });
  const end = momentOf(to, process.zone);
  const being = (...wanted: readonly Urgency[]) => open.filter((task) => wanted.includes(urgencyOf(task.due, end)));
  return { created, closed, overdue: being('overdue'), dueSoon: being('today', 'week') };
}
