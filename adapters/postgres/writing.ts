/** Whether anything can be written, found out by trying. */
import type { Pool } from 'pg';
import type { Log } from '../../src/ports/log.ts';
import { isUnwritable } from './passing.ts';

/** Writing is tried this often while it works, in milliseconds: on the embedded store each try costs something. */
const TRY_EVERY_MS = 30_000;
/** And while it does not, so that all is well again soon after it is. */
const TRY_AGAIN_MS = 5_000;

export interface Writing {
  /** What is wrong and what to do, for operators; null: something was written not long ago. Safe to ask often. */
  trouble(): Promise<string | null>;
  /** Something could not be written: the next to ask has it tried. */
  doubt(): void;
}

/**
 * Makes a file and writes into it, as new rows will need to sooner or later, and takes it back: changing a row that is there may
 * succeed for long on a full disk.
 */
export async function tryWriting(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('create temporary table write_try (tried text)');
    await client.query(`insert into write_try values (repeat('x', 100))`);
  } finally {
    // Given back in the middle of a transaction, a client is rolled back.
    client.release();
  }
}

export function createWriting(pool: Pool, log: Log): Writing {
  let found: string | null = null;
  let trying: Promise<string | null> | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;

  async function look(): Promise<string | null> {
    const before = found;
    try {
      await tryWriting(pool);
      found = null;
      if (before !== null) log.info('store.writable');
    } catch (error) {
      found = reasonOf(error);
      if (before === null) log.error('store.unwritable', error);
    }
    triedAt = performance.now();
    trying = null;
    return found;
  }

  return {
    trouble() {
      if (trying) return trying;
      if (performance.now() - triedAt < (found === null ? TRY_EVERY_MS : TRY_AGAIN_MS)) return Promise.resolve(found);
      trying = look();
      return trying;
    },
    doubt() {
      triedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

function reasonOf(error: unknown): string {
  if (!isUnwritable(error)) return 'The database does not answer. See whether it runs, and DATABASE_URL.';
  return error.code === '53100'
    ? 'The disk of the database is full, and nothing can be saved. Make room on it.'
    : 'The database takes no writes, as a standby does. Let DATABASE_URL name the primary.';
}
