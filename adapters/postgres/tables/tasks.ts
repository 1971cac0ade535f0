/** Tasks, their history and comments. */
import type { GroupId, PersonId, ProcessId, TaskId } from '../../../src/domain/ids.ts';
import type { TaskState } from '../../../src/domain/task/task.ts';
import type { Day, Identity, TimeOfDay } from '../columns.ts';

/** What people change, the same columns in a task and in its history. */
export interface TaskFieldColumns {
  text: string;
  state: TaskState;
  assignee_id: PersonId | null;
  accepted_at: Date | null;
  due_date: Day<null>;
  due_time: TimeOfDay<null>;
  closed_at: Date | null;
  closed_by: PersonId | null;
}

export interface TasksTable extends TaskFieldColumns {
  id: Identity<TaskId>;
  process_id: ProcessId;
  group_id: GroupId;
  number: number;
  created_by: PersonId;
  created_at: Date;
  permalink: string | null;
}

/** The task as it was before the change. */
export interface TaskChangesTable extends TaskFieldColumns {
  id: Identity<number>;
  task_id: TaskId;
  changed_at: Date;
  changed_by: PersonId;
  undone: boolean;
}

export interface TaskCommentsTable {
  id: Identity<number>;
  task_id: TaskId;
  commented_at: Date;
  commented_by: PersonId;
  text: string;
}
