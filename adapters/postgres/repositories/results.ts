/** Work results, their versions and links. */
import { sql } from 'kysely';
import type { Results } from '../../../src/ports/store/results.ts';
import { isEmpty } from '../change.ts';
import { RESULT } from '../rows/result.ts';
import type { Db } from '../tables/tables.ts';

const VERSION = ['result_id as resultId', 'version', 'title', 'text', 'written_at as at', 'written_by as by'] as const;

export function createResults(db: Db): Results {
  const select = db.selectFrom('mitwirk.results').select(RESULT);
  const links = db.selectFrom('mitwirk.result_links');

  return {
    async create({ processId, groupId, number, kind, title, text, createdBy, createdAt }) {
      const result = await db
        .insertInto('mitwirk.results')
        .values({
          process_id: processId,
          group_id: groupId,
          number,
          kind,
          title,
          text,
          version: 1,
          state: 'draft',
          created_by: createdBy,
          created_at: createdAt,
        })
        .returning(RESULT)
        .executeTakeFirstOrThrow();
      await db
        .insertInto('mitwirk.result_versions')
        .values({ result_id: result.id, version: 1, title, text, written_at: createdAt, written_by: createdBy })
        .execute();
      return result;
    },
    async byId(id) {
      return (await select.where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async byNumber(process, number) {
      const row = await select.where('process_id', '=', process).where('number', '=', number).executeTakeFirst();
      return row ?? null;
    },
    list(process, { group, state }) {
      let query = select.where('process_id', '=', process);
      if (group !== undefined) query = query.where('group_id', '=', group);
      if (state !== undefined) query = query.where('state', '=', state);
      return query.orderBy('number').execute();
    },
    async update(id, change) {
      if (isEmpty(change)) return;
      const { state, submittedAt, settledAt } = change;
      await db
        .updateTable('mitwirk.results')
        .set({ state, submitted_at: submittedAt, settled_at: settledAt })
        .where('id', '=', id)
        .execute();
    },
    async edit(id, title, text, by, at) {
      const result = await db
        .updateTable('mitwirk.results')
        .set({ title, text, version: sql`version + 1` })
        .where('id', '=', id)
        .returning(RESULT)
        .executeTakeFirstOrThrow();
      await db
        .insertInto('mitwirk.result_versions')
        .values({ result_id: id, version: result.version, title, text, written_at: at, written_by: by })
        .execute();
      return result;
    },
    versions(id) {
      return db
        .selectFrom('mitwirk.result_versions')
        .select(VERSION)
        .where('result_id', '=', id)
        .orderBy('version')
        .execute();
    },
    async link(from, to) {
      const added = await db
        .insertInto('mitwirk.result_links')
        .values({ from_id: from, to_id: to })
        .onConflict((conflict) => conflict.columns(['from_id', 'to_id']).doNothing())
        .returning('to_id')
        .executeTakeFirst();
      return added !== undefined;
    },
    linksFrom(id) {
      return select
        .where('id', 'in', links.select('to_id').where('from_id', '=', id))
        .orderBy('number')
        .execute();
    },
    linksTo(id) {
      return select
        .where('id', 'in', links.select('from_id').where('to_id', '=', id))
        .orderBy('number')
        .execute();
    },
  };
}
