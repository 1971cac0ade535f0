/** Where a benchmark runs: a store of its own with its queue, thrown away afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBullScheduler } from '../adapters/bullmq/scheduler.ts';
import type { Database } from '../adapters/postgres/database/database.ts';
import { openDatabase } from '../adapters/postgres/database/open.ts';
import { createThrowAwayDatabase } from '../adapters/postgres/database/throwAway.ts';
import { migrate } from '../adapters/postgres/migrate.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { Log } from '../src/ports/log.ts';
import type { Scheduler } from '../src/ports/scheduler.ts';
import { countStatements, type Statements } from '../test/support/countStatements.ts';
import { createAlarm } from './alarm.ts';
import type { Work } from './measure.ts';

/** One of the three shapes of an installation. */
export interface Shape {
  readonly name: string;
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
  /** Null: the queue lives in the database. */
  readonly redisUrl: string | null;
}

export interface Place {
  readonly database: Database;
  /** The reference: a row inserted by a statement of its own, durable once it is answered. */
  readonly raw: Work;
  readonly statements: Statements;
  /** Ends the run when something fails. */
  readonly log: Log;
  /** The server's own words, such as `18.6`. */
  readonly version: string;
  scheduler(clock: Clock): Scheduler;
  remove(): Promise<void>;
}

/** The embedded database always; a server, and Redis beside it, where the environment names them. */
export function shapesFrom(env: NodeJS.ProcessEnv): readonly Shape[] {
  const databaseUrl = env.DATABASE_URL ?? env.TEST_DATABASE_URL ?? null;
  const redisUrl = env.REDIS_URL ?? env.TEST_REDIS_URL ?? null;
  const shapes: Shape[] = [{ name: 'embedded', databaseUrl: null, redisUrl: null }];
  if (databaseUrl) shapes.push({ name: 'PostgreSQL', databaseUrl, redisUrl: null });
  if (databaseUrl && redisUrl) shapes.push({ name: 'PostgreSQL and Redis', databaseUrl, redisUrl });
  return shapes;
}

export async function openPlace({ databaseUrl, redisUrl }: Shape): Promise<Place> {
  const { url, dataDir, drop } = databaseUrl ? await onServer(databaseUrl) : inDirectory();
  const alarm = createAlarm();
  const database = await openDatabase({ url, dataDir, log: alarm.log });
  const { pool } = database;
  const statements = await countStatements(pool);
  await migrate(pool);
  await pool.query('create schema bench');
  await pool.query('create table bench.raw (id int generated always as identity primary key, text text not null)');
  const { rows } = await pool.query<{ server_version: string }>('show server_version');
  return {
    database,
    raw: { once: () => pool.query('insert into bench.raw (text) values ($1)', ['one durable row']) },
    statements,
    log: alarm.log,
    version: rows[0]?.server_version ?? '',
    scheduler: (clock) =>
      createBullScheduler({
        connection: redisUrl ? { redisUrl } : { pool: database.poolFor('bullmq') },
        clock,
        log: alarm.log,
        queueName: `mitwirk-bench-${process.pid}`,
      }),
    async remove() {
      alarm.off();
      await database.close();
      await drop();
    },
  };
}

async function onServer(databaseUrl: string) {
  const { url, drop } = await createThrowAwayDatabase(databaseUrl);
  return { url, dataDir: null, drop };
}

function inDirectory() {
  const dataDir = mkdtempSync(join(tmpdir(), 'mitwirk-bench-'));
  return { url: null, dataDir, drop: async () => rmSync(dataDir, { recursive: true, force: true }) };
}
