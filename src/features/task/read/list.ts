/** Finds the tasks of a list. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Group } from '../../../domain/group/group.ts';
import type { Task } from '../../../domain/task/task.ts';
import { isOverdue, momentOf } from '../../../domain/task/taskDue.ts';
import type { TaskFilter } from '../../../ports/store/tasks.ts';
import type { Tx } from '../../../ports/store.ts';
import { fold } from '../../../text/words.ts';

export const LISTS = ['mine', 'open', 'late', 'done', 'all'] as const;

export type ListName = (typeof LISTS)[number];

/** `group` null: the whole process. */
export async function listTasks(
  tx: Pick<Tx, 'tasks'>,
  caller: ProcessCaller,
  which: ListName,
  group: Group | null,
): Promise<readonly Task[]> {
  const inGroup: TaskFilter = group ? { group: group.id } : {};
  const list = (filter: TaskFilter) => tx.tasks.list(caller.process.id, { ...inGroup, ...filter });
  switch (which) {
    case 'mine':
      return list({ state: 'open', assignee: caller.person.id });
    case 'open':
      return list({ state: 'open' });
    case 'late': {
      const open = await list({ state: 'open' });
      const moment = momentOf(caller.now, caller.process.zone);
      return open.filter((task) => isOverdue(task, moment));
    }
    case 'done':
      return newestFirst(await list({ state: 'done' }));
    case 'all':
      return list({});
    default:
      return which satisfies never;
  }
}

/** The group named, in full or by a part of its name. @throws Refusal `task.noGroup` */
export async function groupNamed(tx: Pick<Tx, 'groups'>, { process }: ProcessCaller, name: string): Promise<Group> {
  const groups = await tx.groups.ofProcess(process.id);
  const wanted = fold(name);
  const found =
    groups.find((group) => fold(group.name) === wanted) ?? groups.find((group) => fold(group.name).includes(wanted));
  return found ?? refuse('task.noGroup', { name, groups: groups.map((group) => group.name).join(', ') });
}

function newestFirst(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((a, b) => (b.closedAt?.getTime() ?? 0) - (a.closedAt?.getTime() ?? 0));
}
