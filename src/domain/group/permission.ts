/** Rights that depend on the object and not on the command alone. */

import type { PersonId } from '../ids.ts';
import type { Task } from '../task/task.ts';
import type { MemberRole } from './group.ts';

/** What a person is to a task. */
export interface TaskStanding {
  readonly personId: PersonId;
  /** Of the process. */
  readonly coordinator: boolean;
  /** In the group of the task; null for outsiders. */
  readonly role: MemberRole | null;
  /** The deputy of its assignee while that one is away. */
  readonly standsIn: boolean;
}

/** The person who is to do the task, in person or for one who is away. */
export function isResponsible(task: Pick<Task, 'assigneeId'>, standing: TaskStanding): boolean {
  return task.assigneeId === standing.personId || standing.standsIn;
}

/** Closing, moving and passing on: the assignee, the deputy meanwhile, whoever leads the group, the coordinator. */
export function mayChangeTask(task: Pick<Task, 'assigneeId'>, standing: TaskStanding): boolean {
  const leads = standing.role === 'lead' || standing.role === 'chair';
  return standing.coordinator || leads || isResponsible(task, standing);
}

/** Reading it, commenting on it, and taking it over while nobody is responsible. */
export function mayTakePart(task: Pick<Task, 'assigneeId'>, standing: TaskStanding): boolean {
  return standing.role !== null || mayChangeTask(task, standing);
}
