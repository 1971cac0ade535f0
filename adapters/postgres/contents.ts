/** What the store holds besides the example: whatever is more than that may be real. */
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { connect } from './connection.ts';
import type { Db } from './tables/tables.ts';

/** example: nothing but the example process; more: another process, or anything of a chat platform. */
export type Contents = 'nothing' | 'example' | 'more';

export function contentsOf(pool: Pool): Promise<Contents> {
  return readContents(connect(pool));
}

/** What only a chat platform leaves: people, rooms, spaces, and what its adapter remembers. */
const OF_PLATFORMS = sql<boolean>`(
  exists (select from mitwirk.identities where platform <> 'local')
    or exists (select from mitwirk.rooms where platform <> 'local')
    or exists (select from mitwirk.spaces)
    or exists (select from mitwirk.platform_memory where platform <> 'local'))`;

/** Whether a chat platform has been connected to the store, now or before. */
export async function knowsPlatforms(pool: Pool): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select ${OF_PLATFORMS} as known`.execute(connect(pool));
  return rows[0]?.known === true;
}

/** Whether nothing but shells has been at work: no chat platform, which leaves people and rooms, and no local page, which leaves its key. */
export async function shellsAlone(pool: Pool): Promise<boolean> {
  const { rows } = await sql<{ others: boolean }>`select
    exists (select from mitwirk.processes where example)
      or ${OF_PLATFORMS}
      or exists (select from mitwirk.platform_memory) as others`.execute(connect(pool));
  return rows[0]?.others === false;
}

/** In a transaction: what the store holds until that ends, because writers of such things wait. */
export async function lockContents(transaction: Db): Promise<Contents> {
  await sql`lock table mitwirk.processes, mitwirk.identities, mitwirk.rooms, mitwirk.spaces, mitwirk.platform_memory
    in share row exclusive mode`.execute(transaction);
  return readContents(transaction);
}

async function readContents(db: Db): Promise<Contents> {
  const { rows } = await sql<{ example: boolean; more: boolean }>`select
    exists (select from mitwirk.processes where example) as example,
    exists (select from mitwirk.processes where not example) or ${OF_PLATFORMS} as more`.execute(db);
  if (rows[0]?.more) return 'more';
  return rows[0]?.example ? 'example' : 'nothing';
}
