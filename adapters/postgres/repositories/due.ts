/** Work that has to happen at an instant. */
import { type RawBuilder, sql } from 'kysely';
import type { DueWork } from '../../../src/domain/time/due.ts';
import type { DueList } from '../../../src/ports/store/work.ts';
import { jsonText } from '../columns.ts';
import { type LateWrites, marked, WaitingRows } from '../late.ts';
import type { Db } from '../tables/tables.ts';

const DUE = ['id', 'kind', 'process_id as processId', 'object_id as objectId', 'at', 'failures'] as const;

interface Cancelled {
  readonly prefix: string;
  readonly objectId: number;
}

export function createDueList(db: Db): DueList & LateWrites {
  const toDo = db.selectFrom('mitwirk.due').where('done_at', 'is', null);
  const cancelled = new WaitingRows<Cancelled>();
  const registered = new WaitingRows<DueWork>();

  async function flush(): Promise<void> {
    const [gone, work] = [cancelled.take(), registered.take()];
    // What is registered may be what was cancelled before it: one after the other.
    await Promise.all([gone.length > 0 && remove(db, gone), work.length > 0 && add(db, work)]);
  }

  return {
    async register(work) {
      registered.add(work);
    },
    async cancel(prefix, objectIds) {
      const isMeant = ({ kind, objectId }: DueWork) => kind.startsWith(prefix) && objectIds.includes(objectId);
      registered.replace(registered.all.filter((work) => !isMeant(work)));
      cancelled.add(objectIds.map((objectId) => ({ prefix, objectId })));
    },
    flush,
    mark: () => marked([cancelled, registered]),
    async processes(now) {
      await flush();
      const rows = await toDo
        .select('process_id')
        .where('next_at', '<=', now)
        .groupBy('process_id')
        .orderBy((row) => row.fn.min('next_at'))
        .orderBy('process_id')
        .execute();
      return rows.map((row) => row.process_id);
    },
    async claim(process, now) {
      await flush();
      const rows = await db
        .updateTable('mitwirk.due')
        .set({ done_at: now })
        .where('process_id', '=', process)
        .where('done_at', 'is', null)
        .where('next_at', '<=', now)
        .returning(DUE)
        .execute();
      return rows.sort((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id);
    },
    async postpone(items) {
      if (items.length === 0) return;
      await sql`update mitwirk.due set done_at = null, next_at = until, failures = failures + 1
        from json_to_recordset(${jsonText(items)}::json) as postponed (id int, until timestamptz)
        where due.id = postponed.id`.execute(db);
    },
    async giveBack(ids) {
      if (ids.length === 0) return;
      await db.updateTable('mitwirk.due').set({ done_at: null }).where('id', '=', sql<number>`any(${ids})`).execute();
    },
    async redo(process, now) {
      await flush();
      await db
        .updateTable('mitwirk.due')
        .set((due) => ({ done_at: null, next_at: due.ref('at') }))
        .where('process_id', '=', process)
        .where('done_at', 'is not', null)
        .where('at', '>', now)
        .execute();
    },
    async next() {
      await flush();
      return (await toDo.select('next_at').orderBy('next_at').limit(1).executeTakeFirst())?.next_at ?? null;
    },
    async pending(kind, objectId) {
      await flush();
      return toDo.select(DUE).where('kind', '=', kind).where('object_id', '=', objectId).orderBy('at').execute();
    },
  };
}

async function remove(db: Db, cancelled: readonly Cancelled[]): Promise<void> {
  await sql`delete from mitwirk.due
    using json_to_recordset(${jsonText(cancelled)}::json) as gone (prefix text, "objectId" int)
    where due.object_id = gone."objectId" and starts_with(due.kind, gone.prefix) and due.done_at is null`.execute(db);
}

async function add(db: Db, work: readonly DueWork[]): Promise<void> {
  await db
    .insertInto('mitwirk.due')
    .columns(['kind', 'process_id', 'object_id', 'at', 'next_at'])
    .expression(rowsOf(work))
    .onConflict((conflict) => conflict.columns(['object_id', 'kind', 'at']).doNothing())
    .execute();
}

/** One parameter however many rows: PostgreSQL takes at most 65,535 in a statement. */
function rowsOf(work: readonly DueWork[]): RawBuilder<unknown> {
  return sql`select kind, "processId", "objectId", at, at
    from json_to_recordset(${jsonText(work)}::json) as work (kind text, "processId" int, "objectId" int, at timestamptz)`;
}
