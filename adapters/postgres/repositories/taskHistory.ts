/** Changes of tasks: what was before is kept, and can be brought back. */
import { sql } from 'kysely';
import type { PersonId, TaskId } from '../../../src/domain/ids.ts';
import type { Task, TaskFields } from '../../../src/domain/task/task.ts';
import type { Tasks } from '../../../src/ports/store/tasks.ts';
import { isEmpty } from '../change.ts';
import { TASK, TASK_CHANGE, taskFieldColumns, toTask, toTaskChange } from '../rows/task.ts';
import type { Db } from '../tables/tables.ts';

type TaskHistory = Pick<Tasks, 'change' | 'changes' | 'lastChangeBy' | 'undo'>;

/** What a change keeps of a task. */
const KEPT = ['text', 'state', 'assignee_id', 'accepted_at', 'due_date', 'due_time', 'closed_at', 'closed_by'] as const;

export function createTaskHistory(db: Db): TaskHistory {
  const select = db.selectFrom('mitwirk.task_changes').select(TASK_CHANGE).orderBy('id', 'desc');

  async function lock(id: TaskId): Promise<Task> {
    const row = await db
      .selectFrom('mitwirk.tasks')
      .select(TASK)
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    return toTask(row);
  }

  async function write(id: TaskId, fields: Partial<TaskFields>): Promise<Task> {
    const row = await db
      .updateTable('mitwirk.tasks')
      .set(taskFieldColumns(fields))
      .where('id', '=', id)
      .returning(TASK)
      .executeTakeFirstOrThrow();
    return toTask(row);
  }

  return {
    async change(id, fields, by, at) {
      if (isEmpty(fields)) return lock(id);
      await db
        .insertInto('mitwirk.task_changes')
        .columns(['task_id', ...KEPT, 'changed_at', 'changed_by', 'undone'])
        .expression((query) =>
          query
            .selectFrom('mitwirk.tasks')
            .select(['id', ...KEPT])
            .select([
              sql<Date>`${at}::timestamptz`.as('changed_at'),
              sql<PersonId>`${by}::int`.as('changed_by'),
              sql<boolean>`false`.as('undone'),
            ])
            .where('id', '=', id)
            // Locked, so that the history holds what really stood there before.
            .forNoKeyUpdate(),
        )
        .execute();
      return write(id, fields);
    },
    async changes(id) {
      return (await select.where('task_id', '=', id).execute()).map(toTaskChange);
    },
    async lastChangeBy(process, person, since) {
      const row = await select
        .where('changed_by', '=', person)
        .where('changed_at', '>=', since)
        .where('undone', '=', false)
        .where('task_id', 'in', db.selectFrom('mitwirk.tasks').select('id').where('process_id', '=', process))
        .limit(1)
        .executeTakeFirst();
      return row ? toTaskChange(row) : null;
    },
    async undo({ taskId }) {
      await lock(taskId);
      const row = await select
        .where('task_id', '=', taskId)
        .where('undone', '=', false)
        .limit(1)
        .executeTakeFirstOrThrow();
      await db.updateTable('mitwirk.task_changes').set({ undone: true }).where('id', '=', row.id).execute();
      return write(taskId, toTaskChange(row).before);
    },
  };
}
