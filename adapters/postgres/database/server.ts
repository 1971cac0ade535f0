/** Opens a PostgreSQL server by its URL. */

import type { ClientBase, PoolConfig } from 'pg';
import { failure } from '../../../src/domain/failure.ts';
import type { Log } from '../../../src/ports/log.ts';
import { because } from './because.ts';
import type { Database, Occupancy } from './database.ts';
import { occupy } from './occupancy.ts';
import { createPools } from './pools.ts';

export interface ServerOptions {
  readonly url: string;
  readonly log?: Log | undefined;
  /** How long a statement may take, in milliseconds. */
  readonly patienceMs?: number | undefined;
  /** Every transaction is one that cannot write. */
  readonly readOnly?: boolean | undefined;
  /** Called when this process must stop, because others may be at work in the database who were to be kept out. */
  readonly onBroken?: ((error: Error) => void) | undefined;
}

/**
 * Shares of a statement's patience. A free connection, and the server to let it in, are waited for less long; so is a lock, for
 * its reason to be told; the server's last word longer.
 */
const CONNECT_SHARE = 1 / 3;
const LOCK_SHARE = 2 / 3;
const LAST_WORD_SHARE = 7 / 6;

/**
 * Nothing waits for ever. The server gives up a statement, and a transaction whose owner has gone silent, so that its locks
 * hold up nobody else. When not even that is heard of, the way to the server is lost, and so is the connection: `pg` cuts it
 * off only if it may send a statement before the one before is answered (`pipeline`), and otherwise lends it out again.
 */
function limits(patienceMs: number, readOnly: boolean): PoolConfig {
  const share = (part: number) => Math.round(patienceMs * part);
  const settings = {
    statement_timeout: patienceMs,
    lock_timeout: share(LOCK_SHARE),
    idle_in_transaction_session_timeout: patienceMs,
    ...(readOnly && { default_transaction_read_only: 'on' }),
  };
  const sql = Object.entries(settings).map(([name, value]) => `set ${name} = ${value}`);
  return {
    connectionTimeoutMillis: share(CONNECT_SHARE),
    query_timeout: share(LAST_WORD_SHARE),
    pipeline: true,
    // Not as parameters of the connection: PgBouncer refuses those.
    onConnect: (client: ClientBase) => client.query(sql.join('; ')),
  };
}

/** Host and database of a URL, never its user or password. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return '?';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** @throws Refusal `database.unreachable` */
export async function openServer({
  url,
  log,
  patienceMs = 30_000,
  readOnly = false,
  onBroken,
}: ServerOptions): Promise<Database> {
  const pools = createPools({ connectionString: url, ...limits(patienceMs, readOnly) }, log);
  const places: Occupancy[] = [];
  try {
    await pools.own.query('select 1');
  } catch (error) {
    await pools.end();
    throw because(error, failure('database.unreachable', { place: placeOf(url) }));
  }
  return {
    kind: 'server',
    pool: pools.own,
    poolFor: pools.forSchema,
    async occupy(alone) {
      const place = await occupy({
        connection: { connectionString: url, connectionTimeoutMillis: patienceMs * CONNECT_SHARE },
        alone,
        onBroken: onBroken ?? ((error) => log?.error('database.broken', error)),
      });
      places.push(place);
      return place;
    },
    async close() {
      await pools.end();
      await Promise.all(places.splice(0).map((place) => place.leave()));
    },
  };
}
