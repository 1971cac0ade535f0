/** Transactions that are tried again when the database had to choose a victim. */
import { StoreUnavailable, StoreUnwritable } from '../../src/ports/store.ts';
import { isPassing, isUnwritable } from './passing.ts';
import type { Db } from './tables/tables.ts';

/** Serialisation failure and deadlock: https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html */
const chosenAsVictim = new Set(['40001', '40P01']);
const tries = 5;

/**
 * `work` may run more than once: what it does outside the database is not undone.
 * @throws StoreUnavailable when a fault that passes by itself did not pass at once
 */
export async function transact<T>(
  db: Db,
  work: (transaction: Db) => Promise<T>,
  access: 'read only' | null = null,
): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      const transaction = db.transaction().setIsolationLevel('read committed');
      // Where it is not said, the server decides: a standby refuses to hear of writing.
      return await (access ? transaction.setAccessMode(access) : transaction).execute(work);
    } catch (error) {
      if (left > 0 && isVictim(error)) continue;
      throw told(error);
    }
  }
}

/** What the core is told of a fault: whether it passes by itself, which only the database's own codes say. */
export function told(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (isUnwritable(error)) return new StoreUnwritable(error);
  return isPassing(error) ? new StoreUnavailable(error) : error;
}

function isVictim(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return isVictim(error.cause);
  return error instanceof Error && 'code' in error && chosenAsVictim.has(String(error.code));
}
