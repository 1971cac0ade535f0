/** A pool whose clients send each statement in a form that its user chooses. */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient, QueryConfig } from 'pg';

export type Form = (text: string, values: unknown[]) => QueryConfig & { readonly query_timeout?: number };

export function asking(pool: Pool, form: Form): PostgresPool {
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const before = known.get(client);
      if (before) return before;
      const wrapped = askingClient(client, form);
      known.set(client, wrapped);
      return wrapped;
    },
  };
}

function askingClient(client: PoolClient, form: Form): PostgresPoolClient {
  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('cursors need a package of their own');
    return client.query(form(text, [...parameters]));
  }
  return { query, release: (destroy) => client.release(destroy) };
}
