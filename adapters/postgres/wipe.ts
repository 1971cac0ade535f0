/** Empties the store: for the example, which people may start over. */
import type { Pool } from 'pg';
import { migrate } from './migrate.ts';

/** Everything is gone afterwards, and the tables are as new. */
export async function wipe(pool: Pool): Promise<void> {
  await pool.query('drop schema if exists mitwirk cascade');
  await migrate(pool);
}
