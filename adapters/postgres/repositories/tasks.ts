/** Tasks and their comments. */
import { sql } from 'kysely';
import type { TaskId } from '../../../src/domain/ids.ts';
import type { Tasks } from '../../../src/ports/store/tasks.ts';
import { TASK, taskFieldColumns, toTask } from '../rows/task.ts';
import type { Db } from '../tables/tables.ts';
import { createTaskFiles } from './taskFiles.ts';
import { createTaskHistory } from './taskHistory.ts';

export function createTasks(db: Db): Tasks {
  const select = db.selectFrom('mitwirk.tasks').select(TASK);

  return {
    ...createTaskHistory(db),
    ...createTaskFiles(db),
    async create({ processId, groupId, number, createdBy, createdAt, permalink, text, ...fields }) {
      const row = await db
        .insertInto('mitwirk.tasks')
        .values({
          ...taskFieldColumns(fields),
          text,
          state: 'open',
          process_id: processId,
          group_id: groupId,
          number,
          created_by: createdBy,
          created_at: createdAt,
          permalink,
        })
        .returning(TASK)
        .executeTakeFirstOrThrow();
      return toTask(row);
    },
    async byId(id) {
      const row = await select.where('id', '=', id).executeTakeFirst();
      return row ? toTask(row) : null;
    },
    async byIds(ids) {
      const rows = await select.where('id', '=', sql<TaskId>`any(${ids})`).orderBy('id').execute();
      return rows.map(toTask);
    },
    async byNumber(process, number) {
      const row = await select.where('process_id', '=', process).where('number', '=', number).executeTakeFirst();
      return row ? toTask(row) : null;
    },
    async list(process, { group, assignee, state, createdBetween, closedBetween }) {
      let query = select.where('process_id', '=', process);
      if (group !== undefined) query = query.where('group_id', '=', group);
      if (assignee !== undefined) query = query.where('assignee_id', '=', assignee);
      if (state !== undefined) query = query.where('state', '=', state);
      if (createdBetween) {
        query = query.where('created_at', '>=', createdBetween[0]).where('created_at', '<', createdBetween[1]);
      }
      if (closedBetween) {
        query = query.where('closed_at', '>=', closedBetween[0]).where('closed_at', '<', closedBetween[1]);
      }
      const rows = await query
        .orderBy('due_date', (order) => order.asc().nullsLast())
        .orderBy('number')
        .execute();
      return rows.map(toTask);
    },
    async comment({ taskId, at, by, text }) {
      await db
        .insertInto('mitwirk.task_comments')
        .values({ task_id: taskId, commented_at: at, commented_by: by, text })
        .execute();
    },
  };
}
