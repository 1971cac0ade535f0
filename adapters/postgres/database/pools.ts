/** Makes pools that survive a lost connection and never hand on somebody's unfinished transaction. */
import type { Pool, PoolClient, PoolConfig } from 'pg';
import pg from 'pg';
import type { Log } from '../../../src/ports/log.ts';

export interface Pools {
  readonly own: Pool;
  forSchema(schema: string): Pool;
  end(): Promise<void>;
}

/**
 * A connection on which nothing was said for so long is probed, and lost when ten probes, a second apart, stay unanswered.
 * Otherwise one that listens for notifications would never learn that a router has forgotten it.
 */
const PROBE_AFTER_MS = 10_000;

/** `pg` itself keeps a transaction open that its owner forgot; the next one to take the client would be inside it. */
function rollBackForgotten(client: PoolClient): void {
  if (client.getTransactionStatus() !== 'I') client.query('ROLLBACK').catch(() => {});
}

function createPool(config: PoolConfig, log: Log | undefined): Pool {
  const pool = new pg.Pool({ keepAlive: true, keepAliveInitialDelayMillis: PROBE_AFTER_MS, ...config });
  // BullMQ leaves a listener on the pool for every queue it has opened.
  pool.setMaxListeners(0);
  // A lost connection ends the process unless its client has a listener: the pool has one only while the client is idle.
  pool.on('connect', (client) => {
    client.on('error', (error) => log?.error('database.connection.lost', error));
  });
  // The pool repeats what its idle clients have said already.
  pool.on('error', () => {});
  pool.on('release', (error, client) => {
    if (!error) rollBackForgotten(client);
  });
  return pool;
}

export function createPools(config: PoolConfig, log: Log | undefined): Pools {
  const own = createPool(config, log);
  const others = new Map<string, Pool>();
  let ending: Promise<void> | undefined;
  return {
    own,
    forSchema(schema) {
      const known = others.get(schema);
      if (known) return known;
      const pool = createPool({ ...config, options: `-c search_path="${schema}"` }, log);
      others.set(schema, pool);
      return pool;
    },
    end() {
      ending ??= Promise.all([own, ...others.values()].map((pool) => pool.end())).then(() => {});
      return ending;
    },
  };
}
