/** Queries over a pool that belongs to somebody else: ending them is not the store's business. */
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { asking } from './asking.ts';
import { preparing } from './preparing.ts';
import type { Db, Tables } from './tables/tables.ts';

export function connect(pool: Pool): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: asking(pool, preparing) }) });
}
