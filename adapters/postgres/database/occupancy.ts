/** Who is at work in a database that several processes can reach: all of them hold one lock together, or one holds it alone. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import pg from 'pg';
import { Refusal, refuse } from '../../../src/domain/failure.ts';
import type { Occupancy } from './database.ts';

/** Any number nobody else uses; the migrations use the one before. */
const KEY = 0x4d_69_74_78;
/** So long a newcomer waits for whoever keeps the database to themselves: loading the example takes less. */
const PATIENCE_MS = 20_000;
const REJOIN_MS = 2000;
/** PostgreSQL's `lock_not_available`. */
const NOT_AVAILABLE = '55P03';

export interface OccupancyOptions {
  readonly connection: ClientConfig;
  /** Whether to keep others out from the beginning, if nobody is in. */
  readonly alone: boolean;
  /** Called when others may have come in who were to be kept out, or when they keep this process out. */
  readonly onBroken: (error: Error) => void;
}

interface Place {
  readonly client: pg.Client;
  alone: boolean;
}

/**
 * The lock belongs to a connection of its own, so it ends with the process, however that ends.
 * @throws Refusal `database.occupied` when somebody keeps others out
 */
export async function occupy({ connection, alone, onBroken }: OccupancyOptions): Promise<Occupancy> {
  let left = false;
  let place = await enter(alone);

  async function enter(first: boolean): Promise<Place> {
    const client = new pg.Client({ ...connection, keepAlive: true, query_timeout: 2 * PATIENCE_MS });
    // What becomes of it is seen when it ends.
    client.on('error', () => {});
    try {
      await client.connect();
      const entered = { client, alone: first && (await claim(client)) };
      await join(client);
      client.once('end', () => void rejoin(entered));
      return entered;
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
  }

  async function rejoin(lost: Place): Promise<void> {
    if (lost.alone && !left) return onBroken(new Error('The connection that kept others out of the database was lost'));
    while (!left) {
      await sleep(REJOIN_MS, null, { ref: false });
      const entered = await enter(false).catch((error: unknown) => error);
      if (entered instanceof Refusal) return onBroken(entered);
      if (entered instanceof Error) continue;
      place = entered as Place;
      if (left) await leave(place);
      return;
    }
  }

  return {
    async claim() {
      place.alone ||= await claim(place.client);
      return place.alone;
    },
    async share() {
      if (!place.alone) return;
      place.alone = false;
      await place.client.query('select pg_advisory_unlock($1)', [KEY]);
    },
    async leave() {
      left = true;
      await leave(place);
    },
  };
}

async function claim(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [KEY]);
  return rows[0]?.free === true;
}

async function join(client: pg.Client): Promise<void> {
  try {
    await client.query(`set lock_timeout = ${PATIENCE_MS}`);
    await client.query('select pg_advisory_lock_shared($1)', [KEY]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_AVAILABLE) refuse('database.occupied');
    throw error;
  }
}

/** The locks first: the server notices the end of a connection a little later. */
async function leave({ client }: Place): Promise<void> {
  await client.query('select pg_advisory_unlock_all()').catch(() => {});
  await client.end();
}
