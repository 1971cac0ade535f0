/** Opens a PostgreSQL server by its URL. */
import type { Log } from '../../../src/ports/log.ts';
import { because } from './because.ts';
import type { Database } from './database.ts';
import { createPools } from './pools.ts';

export interface ServerOptions {
  readonly url: string;
  readonly log?: Log | undefined;
}

/** Host and database of a URL, never its user or password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return '?';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** @throws Refusal `database.unreachable` */
export async function openServer({ url, log }: ServerOptions): Promise<Database> {
  const pools = createPools({ connectionString: url, connectionTimeoutMillis: 10_000 }, log);
  try {
    await pools.own.query('select 1');
  } catch (error) {
    await pools.end();
    throw because(error, { code: 'database.unreachable', params: { place: placeOf(url) } });
  }
  return { kind: 'server', pool: pools.own, poolFor: pools.forSchema, close: pools.end };
}
