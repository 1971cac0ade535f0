/** Lets the database keep the statements it has seen: parsing and planning a small one takes longer than running it. */
import { hash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** A statement with more parameters is made of many rows: it has another text each time and would be kept in vain. */
const MOST_PARAMETERS = 40;

/** The pool as it is, but that its clients name their statements. */
export function preparing(pool: Pool): PostgresPool {
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const before = known.get(client);
      if (before) return before;
      const wrapped = preparingClient(client);
      known.set(client, wrapped);
      return wrapped;
    },
  };
}

function preparingClient(client: PoolClient): PostgresPoolClient {
  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('cursors need a package of their own');
    return client.query(statement(text, parameters));
  }
  return { query, release: (destroy) => client.release(destroy) };
}

const names = new Map<string, string>();

/** The same words have the same name on every connection. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = hash('md5', text);
  names.set(text, name);
  return name;
}

function statement(text: string, parameters: readonly unknown[]) {
  const values = [...parameters];
  const kept = values.length > 0 && values.length <= MOST_PARAMETERS;
  return kept ? { name: nameOf(text), text, values } : { text, values };
}
