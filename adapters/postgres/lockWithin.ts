/** Waits for a row lock, but not for ever. */
import { sql } from 'kysely';
import type { Db } from './tables/tables.ts';

const LOCK_NOT_AVAILABLE = '55P03';

/** What `locking`, a statement that locks rows, gives; undefined when others hold one of them for longer than so many milliseconds. */
export async function lockWithin<T>(db: Db, patienceMs: number, locking: () => Promise<T>): Promise<T | undefined> {
  await sql`savepoint waiting`.execute(db);
  await sql`set local lock_timeout = ${sql.lit(patienceMs)}`.execute(db);
  try {
    const locked = await locking();
    await sql`set local lock_timeout to default`.execute(db);
    await sql`release savepoint waiting`.execute(db);
    return locked;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
    await sql`rollback to savepoint waiting`.execute(db);
    return undefined;
  }
}
