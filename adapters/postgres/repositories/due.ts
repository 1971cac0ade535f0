/** Work that has to happen at an instant. */
import { type RawBuilder, sql } from 'kysely';
import type { DueItem, DueWork } from '../../../src/domain/due.ts';
import type { DueList } from '../../../src/ports/store/work.ts';
import { jsonText } from '../columns.ts';
import type { Db } from '../tables/tables.ts';

const DUE = ['id', 'kind', 'process_id as processId', 'object_id as objectId', 'at'] as const;

export function createDueList(db: Db): DueList {
  const toDo = db.selectFrom('mitwirk.due').where('done_at', 'is', null);
  const inTurn = toDo.orderBy('next_at').orderBy('id');

  /** Takes the first items that are to be done, in turn; other transactions pass over them until this one ends. */
  async function take(now: Date, limit: number, set: { done_at: Date } | { next_at: Date }): Promise<DueItem[]> {
    const first = inTurn.select('id').where('next_at', '<=', now).limit(limit).forUpdate().skipLocked();
    const rows = await db
      .updateTable('mitwirk.due')
      .set(set)
      // As an array, so that the rows are picked and locked once, whatever the planner thinks of.
      .where('id', '=', sql<number>`any(array(${first}))`)
      .returning(DUE)
      .execute();
    return rows.sort((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id);
  }

  return {
    async register(work) {
      if (work.length === 0) return;
      await db
        .insertInto('mitwirk.due')
        .columns(['kind', 'process_id', 'object_id', 'at', 'next_at'])
        .expression(rowsOf(work))
        .onConflict((conflict) => conflict.columns(['object_id', 'kind', 'at']).doNothing())
        .execute();
    },
    async cancel(prefix, objectIds) {
      if (objectIds.length === 0) return;
      await db
        .deleteFrom('mitwirk.due')
        .where(sql<boolean>`starts_with(kind, ${prefix})`)
        .where('object_id', '=', sql<number>`any(${objectIds})`)
        .where('done_at', 'is', null)
        .execute();
    },
    claim: (now, limit) => take(now, limit, { done_at: now }),
    postpone: (now, until) => take(now, 1, { next_at: until }),
    async redo(process, now) {
      await db
        .updateTable('mitwirk.due')
        .set((due) => ({ done_at: null, next_at: due.ref('at') }))
        .where('process_id', '=', process)
        .where('done_at', 'is not', null)
        .where('at', '>', now)
        .execute();
    },
    async next() {
      return (await inTurn.select('next_at').limit(1).executeTakeFirst())?.next_at ?? null;
    },
    pending(kind, objectId) {
      return toDo.select(DUE).where('kind', '=', kind).where('object_id', '=', objectId).orderBy('at').execute();
    },
  };
}

/** One parameter however many rows: PostgreSQL takes at most 65,535 in a statement. */
function rowsOf(work: readonly DueWork[]): RawBuilder<unknown> {
  return sql`select kind, "processId", "objectId", at, at
    from json_to_recordset(${jsonText(work)}::json) as work (kind text, "processId" int, "objectId" int, at timestamptz)`;
}
