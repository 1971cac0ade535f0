/** A part of a transaction that may fail without the rest. */
import { sql } from 'kysely';
import { StoreUnavailable } from '../../src/ports/store.ts';
import type { LateWrites } from './late.ts';
import type { Db } from './tables/tables.ts';
import { told } from './transact.ts';

/**
 * The error that undid `work`, or null when it is done.
 * @throws StoreUnavailable when it failed by a fault that passes: such a transaction is not worth going on with
 */
export async function attempt(
  db: Db,
  late: LateWrites,
  work: () => Promise<void>,
): Promise<{ readonly error: unknown } | null> {
  // What was done before is not undone with it.
  await late.flush();
  const back = late.mark();
  await sql`savepoint attempt`.execute(db);
  try {
    await work();
    await late.flush();
  } catch (error) {
    back();
    const fault = told(error);
    if (fault instanceof StoreUnavailable) throw fault;
    await sql`rollback to savepoint attempt`.execute(db);
    await sql`release savepoint attempt`.execute(db);
    return { error };
  }
  await sql`release savepoint attempt`.execute(db);
  return null;
}
