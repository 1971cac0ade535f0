/** Empties the store. */
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { connect } from './connection.ts';
import { lockContents } from './contents.ts';
import { migrate } from './migrate.ts';

/** Whatever is in it; nothing that people reach calls this. */
export async function wipe(pool: Pool): Promise<void> {
  await pool.query('drop schema if exists mitwirk cascade');
  await migrate(pool);
}

/**
 * For people who start the example over. Everything is gone afterwards, and the tables are as new; false, and nothing has changed, when there is more than the
 * example in them. Nothing comes in between: what is about to be written by others is waited for and looked at, too.
 */
export async function wipeExample(pool: Pool): Promise<boolean> {
  const wiped = await connect(pool)
    .transaction()
    .execute(async (transaction) => {
      if ((await lockContents(transaction)) === 'more') return false;
      await sql`drop schema mitwirk cascade`.execute(transaction);
      return true;
    });
  if (wiped) await migrate(pool);
  return wiped;
}
