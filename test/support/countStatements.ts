/** Counts what a database is asked. */
import type { Pool, PoolClient } from 'pg';

/** How many statements were sent since counting began. */
export type Statements = () => number;

/** Counts what the clients of the pool are asked from now on: the one that opened it, and all that come. */
export async function countStatements(pool: Pool): Promise<Statements> {
  let asked = 0;
  function count(client: PoolClient): void {
    client.query = new Proxy(client.query, {
      apply(query, self, given) {
        asked += 1;
        return Reflect.apply(query, self, given);
      },
    });
  }
  const first = await pool.connect();
  count(first);
  first.release();
  pool.on('connect', count);
  return () => asked;
}
