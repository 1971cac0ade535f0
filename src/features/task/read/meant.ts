/** Which task is meant. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import type { Task, TaskState } from '../../../domain/task/task.ts';
import type { Tx } from '../../../ports/store.ts';
import { excerpt } from '../../../text/excerpt.ts';

/** Among which tasks to look when the id was left out. */
export interface Candidates {
  readonly state: TaskState;
  readonly only?: (task: Task) => boolean;
}

const LISTED = 8;
const LISTED_LENGTH = 60;

export function idOf(task: Pick<Task, 'number'>): string {
  return shortId('task', task.number);
}

/**
 * The task named, or the only one it can be: the person's own in this room, else the only one of the room;
 * in a direct chat one of the person's own.
 * @throws Refusal `task.unknown`, `task.noneHere`, `task.which` with the candidates
 */
export async function taskMeant(
  tx: Pick<Tx, 'tasks'>,
  caller: ProcessCaller,
  ref: ShortId | null,
  { state, only }: Candidates,
): Promise<Task> {
  if (ref) return taskGiven(tx, caller, ref);
  const group = caller.room.kind === 'direct' ? null : caller.group;
  const listed = await tx.tasks.list(caller.process.id, { state, ...(group ? { group: group.id } : {}) });
  const possible = only ? listed.filter(only) : listed;
  const own = possible.filter((task) => task.assigneeId === caller.person.id);
  const candidates = own.length > 0 || !group ? own : possible;
  const [first] = candidates;
  if (!first) return refuse('task.noneHere');
  return candidates.length === 1 ? first : refuse('task.which', { tasks: described(candidates), id: idOf(first) });
}

async function taskGiven(tx: Pick<Tx, 'tasks'>, { process }: ProcessCaller, ref: ShortId): Promise<Task> {
  const task = await tx.tasks.byNumber(process.id, ref.number);
  return task ?? refuse('task.unknown', { id: shortId('task', ref.number) });
}

function described(tasks: readonly Task[]): string {
  const lines = tasks.slice(0, LISTED).map((task) => `${idOf(task)}: ${excerpt(task.text, LISTED_LENGTH)}`);
  return [...lines, ...(tasks.length > LISTED ? ['…'] : [])].join('\n');
}
