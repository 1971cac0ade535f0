/** Leases in the database, by its own clock: the clocks of several machines need not agree. */
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Leases } from '../../src/ports/leases.ts';
import { connect } from './connection.ts';

/** @param replica the running process that takes them; when it is buried, they are gone before their time */
export function createLeases(pool: Pool, replica: string): Leases {
  const db = connect(pool);
  return {
    async take(name, holder, milliseconds) {
      const until = sql<Date>`clock_timestamp() + ${milliseconds}::int * interval '1 millisecond'`;
      const taken = await db
        .insertInto('mitwirk.leases')
        .values({ name, holder, until, replica })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, until, replica })
            .where((mine) =>
              mine.or([
                mine('mitwirk.leases.holder', '=', holder),
                mine('mitwirk.leases.until', '<', sql<Date>`clock_timestamp()`),
              ]),
            ),
        )
        .returning('name')
        .executeTakeFirst();
      return taken !== undefined;
    },
    async release(name, holder) {
      await db.deleteFrom('mitwirk.leases').where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}
