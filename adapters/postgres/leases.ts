/** Leases in the database, by its own clock: the clocks of several machines need not agree. */
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Leases } from '../../src/ports/leases.ts';
import { connect } from './connection.ts';

export function createLeases(pool: Pool): Leases {
  const db = connect(pool);
  return {
    async take(name, holder, milliseconds) {
      const until = sql<Date>`clock_timestamp() + ${milliseconds}::int * interval '1 millisecond'`;
      const taken = await db
        .insertInto('mitwirk.leases')
        .values({ name, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, until })
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
