/** A task: who does what by when. */

import type { GroupId, PersonId, ProcessId, TaskId } from '../ids.ts';
import type { Deadline } from '../time/deadline.ts';

export type TaskState = 'open' | 'done' | 'dropped';

export interface Task {
  readonly id: TaskId;
  readonly processId: ProcessId;
  readonly groupId: GroupId;
  readonly number: number;
  readonly text: string;
  readonly state: TaskState;
  readonly assigneeId: PersonId | null;
  /** When the assignee accepted; an assignment is a request until then. */
  readonly acceptedAt: Date | null;
  readonly due: Deadline | null;
  readonly createdBy: PersonId;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly closedBy: PersonId | null;
  /** Link to the chat message it was made from. */
  readonly permalink: string | null;
}

/** The part of a task that people change, and that `undo` restores. */
export type TaskFields = Pick<Task, 'text' | 'state' | 'assigneeId' | 'acceptedAt' | 'due' | 'closedAt' | 'closedBy'>;

/** One change of a task, kept as its history. */
export interface TaskChange {
  readonly taskId: TaskId;
  readonly at: Date;
  readonly by: PersonId;
  readonly before: TaskFields;
  readonly undone: boolean;
}

export interface TaskComment {
  readonly taskId: TaskId;
  readonly at: Date;
  readonly by: PersonId;
  readonly text: string;
}
