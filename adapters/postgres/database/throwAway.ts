/** A database of its own on a server, for trying out and for tests, dropped afterwards. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface ThrowAwayDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes it on the server of `url`, whose role must be allowed to create databases. */
export async function createThrowAwayDatabase(url: string): Promise<ThrowAwayDatabase> {
  const name = `mitwirk_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => administer(url, `drop database if exists ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
