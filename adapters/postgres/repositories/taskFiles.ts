/** A task with everything that hangs on it, by one statement. */
import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { GroupId, PersonId, TaskId } from '../../../src/domain/ids.ts';
import type { Tasks } from '../../../src/ports/store/tasks.ts';
import { GROUP } from '../rows/group.ts';
import { withInstants } from '../rows/json.ts';
import { PERSON, toPerson } from '../rows/person.ts';
import { TASK, TASK_CHANGE, toTask, toTaskChange } from '../rows/task.ts';
import type { Db } from '../tables/tables.ts';

/** Of the row around. */
const thisTask = sql<TaskId>`tasks.id`;

/** Everybody a card of the task may name, whoever had it before, and who stands in for them. */
const concerned = sql<PersonId>`(
  select unnest(array[tasks.assignee_id, tasks.created_by, tasks.closed_by])
  union select commented_by from mitwirk.task_comments where task_id = tasks.id
  union select assignee_id from mitwirk.task_changes where task_id = tasks.id
  union select absence_deputy_id from mitwirk.people where people.id = tasks.assignee_id)`;

export function createTaskFiles(db: Db): Pick<Tasks, 'file'> {
  return {
    async file(id) {
      const row = await db
        .selectFrom('mitwirk.tasks')
        .select(TASK)
        .select([
          jsonObjectFrom(db.selectFrom('mitwirk.groups').select(GROUP).where('id', '=', sql<GroupId>`tasks.group_id`))
            .$notNull()
            .as('group'),
          jsonArrayFrom(
            db
              .selectFrom('mitwirk.task_changes')
              .select(TASK_CHANGE)
              .where('task_id', '=', thisTask)
              .orderBy('id', 'desc'),
          ).as('changes'),
          jsonArrayFrom(
            db
              .selectFrom('mitwirk.task_comments')
              .select(['task_id as taskId', 'commented_at as at', 'commented_by as by', 'text'])
              .where('task_id', '=', thisTask)
              .orderBy('id'),
          ).as('comments'),
          jsonArrayFrom(db.selectFrom('mitwirk.people').select(PERSON).where('id', 'in', concerned)).as('people'),
        ])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) return null;
      const { group, changes, comments, people, ...task } = row;
      return {
        task: toTask(task),
        group: withInstants(group),
        changes: changes.map((change) => toTaskChange(withInstants(change))),
        comments: comments.map(withInstants),
        people: new Map(people.map((person) => [person.id, toPerson(withInstants(person))])),
      };
    },
  };
}
