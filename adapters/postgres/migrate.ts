/** Brings the product's tables up to this version of the code, or refuses data that a newer version has written. */
import { Kysely, PostgresDialect, type QueryExecutorProvider, sql, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import { refuse } from '../../src/domain/failure.ts';
import { asking, type Form } from './asking.ts';
import { migrations as ours } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** Any number nobody else uses ("Mitwirk" in hexadecimal letters, cut to fit); it keeps two starters from migrating at once. */
const lockKey = 0x4d_69_74_77;

/** How far the data has come, as far as this code knows. */
export interface Standing {
  /** Whether there is anything of the product at all. */
  readonly begun: boolean;
  readonly pending: readonly Migration[];
  /** A step this code does not know: the data is a newer version's. */
  readonly newer: string | null;
}

export async function standingOf(
  db: QueryExecutorProvider,
  migrations: readonly Migration[] = ours,
): Promise<Standing> {
  const table = await sql<{ there: boolean }>`select to_regclass('mitwirk.migration') is not null as there`.execute(db);
  if (!table.rows[0]?.there) return { begun: false, pending: migrations, newer: null };
  const { rows } = await sql<{ name: string }>`select name from mitwirk.migration order by name`.execute(db);
  const done = new Set(rows.map((row) => row.name));
  return {
    begun: true,
    pending: migrations.filter(({ name }) => !done.has(name)),
    newer: [...done].find((name) => !migrations.some((migration) => migration.name === name)) ?? null,
  };
}

async function run(db: Transaction<unknown>, migrations: readonly Migration[]): Promise<string[]> {
  await sql`set local statement_timeout = 0`.execute(db);
  await sql`set local lock_timeout = 0`.execute(db);
  await sql`select pg_advisory_xact_lock(${sql.lit(lockKey)})`.execute(db);
  const { pending, newer } = await standingOf(db, migrations);
  if (newer) refuse('database.newer', { migration: newer });
  if (pending.length === 0) return [];
  await sql`create schema if not exists mitwirk`.execute(db);
  await sql`create table if not exists mitwirk.migration (
    name text primary key, applied_at timestamptz not null default now())`.execute(db);
  for (const { name, up } of pending) {
    await up(db);
    await sql`insert into mitwirk.migration (name) values (${name})`.execute(db);
  }
  return pending.map((migration) => migration.name);
}

/** In milliseconds: nobody is served before a step is over, and with millions of rows it may take long. */
const STEP_MS = 24 * 60 * 60_000;

const patient: Form = (text, values) => ({ text, values, query_timeout: STEP_MS });

/**
 * All pending steps in one transaction: either every one is done or nothing has changed. Several starters may call it at once.
 * @returns the names of the steps that were done now
 * @throws Refusal `database.newer` with `migration` when the data has been through a step this code does not know
 */
export function migrate(pool: Pool, migrations: readonly Migration[] = ours): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: asking(pool, patient) }) });
  return db.transaction().execute((transaction) => run(transaction, migrations));
}
