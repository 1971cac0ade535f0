/** Tasks, their history and comments. */
import type { Group } from '../../domain/group/group.ts';
import type { GroupId, PersonId, ProcessId, TaskId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Task, TaskChange, TaskComment, TaskFields } from '../../domain/task/task.ts';

/** Every filter given must hold. */
export interface TaskFilter {
  readonly group?: GroupId;
  readonly assignee?: PersonId;
  readonly state?: Task['state'];
  /** Created in [from, to). */
  readonly createdBetween?: readonly [Date, Date];
  /** Done or dropped in [from, to). */
  readonly closedBetween?: readonly [Date, Date];
}

/** All there is about a task. */
export interface TaskFile {
  readonly task: Task;
  readonly group: Group;
  /** The newest first; undone ones are marked. */
  readonly changes: readonly TaskChange[];
  /** Oldest first. */
  readonly comments: readonly TaskComment[];
  /** Everybody a card of it may name, whoever had it before, and the deputy of its assignee. */
  readonly people: ReadonlyMap<PersonId, Person>;
}

export interface Tasks {
  create(task: Omit<Task, 'id' | 'state' | 'closedAt' | 'closedBy'>): Promise<Task>;
  byId(id: TaskId): Promise<Task | null>;
  byIds(ids: readonly TaskId[]): Promise<readonly Task[]>;
  byNumber(process: ProcessId, number: number): Promise<Task | null>;
  file(id: TaskId): Promise<TaskFile | null>;
  /** By due date, those without one last, then by number. */
  list(process: ProcessId, filter: TaskFilter): Promise<readonly Task[]>;
  /** Changes the fields and keeps what they were before in the history. */
  change(id: TaskId, fields: Partial<TaskFields>, by: PersonId, at: Date): Promise<Task>;
  /** The newest change first; undone ones are marked. */
  changes(id: TaskId): Promise<readonly TaskChange[]>;
  /** The newest change that this person made since `since` and that is not undone. */
  lastChangeBy(process: ProcessId, person: PersonId, since: Date): Promise<TaskChange | null>;
  /** Restores what was before the newest change that is not undone, and marks that change undone. */
  undo(change: TaskChange): Promise<Task>;
  comment(comment: TaskComment): Promise<void>;
}
