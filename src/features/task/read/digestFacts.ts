/** What a digest tells about tasks: what changed in its window, and what is late or due soon at the end of it. */
import type { GroupId } from '../../../domain/ids.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Task } from '../../../domain/task/task.ts';
import { momentOf, type Urgency, urgencyOf } from '../../../domain/task/taskDue.ts';
import type { Tx } from '../../../ports/store.ts';

/** How far one group is, by the end of the window. */
export interface TaskStanding {
  readonly groupId: GroupId;
  readonly done: number;
  /** Not late. */
  readonly open: number;
  readonly late: number;
}

export interface TaskFacts {
  /** Created in the window, whatever became of them since. By due date. */
  readonly created: readonly Task[];
  /** Done or dropped in the window; `state` says which. By due date. */
  readonly closed: readonly Task[];
  /** Open and past their deadline at the end of the window, most days late first (see `daysLate`). */
  readonly overdue: readonly Task[];
  /** Of every group that has done or open tasks. */
  readonly standing: readonly TaskStanding[];
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
  const overdue = being('overdue');
  const done = await tx.tasks.list(process.id, { state: 'done' });
  return { created, closed, overdue, standing: standing(done, open, overdue), dueSoon: being('today', 'week') };
}

function standing(done: readonly Task[], open: readonly Task[], overdue: readonly Task[]): readonly TaskStanding[] {
  const groups = [...new Set([...done, ...open].map(({ groupId }) => groupId))];
  const of = (tasks: readonly Task[], group: GroupId) => tasks.filter(({ groupId }) => groupId === group).length;
  return groups.map((groupId) => {
    const late = of(overdue, groupId);
    return { groupId, done: of(done, groupId), open: of(open, groupId) - late, late };
  });
}
