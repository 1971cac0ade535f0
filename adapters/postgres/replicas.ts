/**
 * Which replicas live, by the database's own clock, and what those that died had taken. A replica is one running process;
 * what it holds falls with it, and never before.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './tables/tables.ts';
import { transact } from './transact.ts';

/** A replica that has not been heard for so long is dead: several heartbeats, and longer than any pause of a healthy one. */
export const SILENT_MS = 8_000;

/** Says so too when the database's clock was set back, rather than believe in a heartbeat from the future. */
function isSilent(instant: string): RawBuilder<boolean> {
  const silence = sql`${SILENT_MS}::int * interval '1 millisecond'`;
  return sql`${sql.ref(instant)} not between clock_timestamp() - ${silence} and clock_timestamp() + ${silence}`;
}

/** After a silence of its own a replica begins anew: what it took before may belong to others now. */
export const BEAT_AGAIN = sql`on conflict (id) do update set beat_at = clock_timestamp(),
  since = case when ${isSilent('replicas.beat_at')} then clock_timestamp() else replicas.since end`;

/**
 * One heartbeat. Buries whoever has fallen silent: their messages may be tried at once, their leases are gone. Only a replica
 * that was itself heard all that time does so; after an outage of the database everybody seems silent.
 * @returns whether anybody was buried, whose work is to be taken up
 */
export function beat(db: Db, replica: string): Promise<boolean> {
  return transact(db, async (transaction) => {
    const { rows } = await sql<{ watching: boolean }>`
      insert into mitwirk.replicas (id) values (${replica}) ${BEAT_AGAIN}
      returning ${isSilent('since')} as watching`.execute(transaction);
    return (rows[0]?.watching ?? false) && (await bury(transaction, replica));
  });
}

async function bury(db: Db, replica: string): Promise<boolean> {
  const dead = await db
    .deleteFrom('mitwirk.replicas')
    .where('id', '<>', replica)
    .where(isSilent('beat_at'))
    .returning('id')
    .execute();
  const ids = dead.map(({ id }) => id);
  if (ids.length === 0) return false;
  await underWay(db).where('holder', 'in', ids).execute();
  await db.deleteFrom('mitwirk.leases').where('replica', 'in', ids).execute();
  return true;
}

/** Frees whatever anybody holds. Only for a replica that is known to be the one process on this database. */
export function takeOver(db: Db): Promise<void> {
  return transact(db, async (transaction) => {
    await transaction.deleteFrom('mitwirk.replicas').execute();
    await underWay(transaction).where('holder', 'is not', null).execute();
    await transaction.deleteFrom('mitwirk.leases').execute();
  });
}

/** Messages that somebody was sending may be tried again from the moment at which that began. */
function underWay(db: Db) {
  return db
    .updateTable('mitwirk.outbox')
    .set(({ ref }) => ({ holder: null, next_at: ref('tried_at').$notNull() }))
    .where('state', '=', 'waiting');
}

/** Whether every other replica has been heard since this one began, or is buried. */
export async function allHeard(db: Db, replica: string): Promise<boolean> {
  const unheard = await db
    .selectFrom('mitwirk.replicas as other')
    .innerJoin('mitwirk.replicas as own', (join) => join.on('own.id', '=', replica))
    .where('other.id', '<>', replica)
    .whereRef('other.beat_at', '<=', 'own.since')
    .select('other.id')
    .executeTakeFirst();
  return unheard === undefined;
}

/** Leaves in order, holding nothing any more. */
export async function leave(db: Db, replica: string): Promise<void> {
  await db.deleteFrom('mitwirk.replicas').where('id', '=', replica).execute();
}
