/** What is in a store, of whatever version of the product it is: asked of the tables that are there since the first. */
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { ProcessId } from '../../src/domain/ids.ts';
import { connect } from './connection.ts';
import { standingOf } from './migrate.ts';

export interface Survey {
  /** Names of the steps that this version would do to it. */
  readonly pending: readonly string[];
  /** A step of a newer version that was done to it. */
  readonly newer: string | null;
  readonly processes: readonly { readonly id: ProcessId; readonly name: string }[];
  /** Entries of all processes' logs together. */
  readonly entries: number;
}

/** Null when nothing of the product is there. Writes nothing. */
export async function survey(pool: Pool): Promise<Survey | null> {
  const db = connect(pool);
  const { begun, pending, newer } = await standingOf(db);
  if (!begun) return null;
  const { entries } = await db
    .selectFrom('mitwirk.audit')
    .select(sql<number>`count(*)::int`.as('entries'))
    .executeTakeFirstOrThrow();
  return {
    pending: pending.map(({ name }) => name),
    newer,
    processes: await db.selectFrom('mitwirk.processes').select(['id', 'name']).orderBy('id').execute(),
    entries,
  };
}
