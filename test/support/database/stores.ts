/** Where a contract suite finds its databases: a fresh one each time, which can be closed and opened again. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import pg from 'pg';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { openDatabase } from '../../../adapters/postgres/database/open.ts';
import { migrate } from '../../../adapters/postgres/migrate.ts';
import { copyTemplate } from './template.ts';

/** A migrated database of a test's own. */
export interface TestStore {
  readonly database: Database;
  /** Closes it and opens it again, as after a restart. */
  reopen(): Promise<void>;
  /** Closes it and leaves nothing behind. */
  remove(): Promise<void>;
}

async function storeOver(open: () => Promise<Database>, removeData: () => Promise<void> | void): Promise<TestStore> {
  let database = await open();
  return {
    get database() {
      return database;
    },
    async reopen() {
      await database.close();
      database = await open();
    },
    async remove() {
      await database.close();
      await removeData();
    },
  };
}

export async function freshEmbeddedStore(): Promise<TestStore> {
  const dataDir = await copyTemplate();
  return storeOver(
    () => openDatabase({ url: null, dataDir }),
    () => fs.rmSync(dataDir, { recursive: true, force: true }),
  );
}

async function administer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** @param serverUrl a database of the server in which others may be created and dropped */
export async function freshServerStore(serverUrl: string): Promise<TestStore & { readonly url: string }> {
  const name = `mitwirk_test_${randomUUID().replaceAll('-', '')}`;
  await administer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const store = await storeOver(
    () => openDatabase({ url: url.href, dataDir: null }),
    () => administer(serverUrl, `drop database ${name} with (force)`),
  );
  await migrate(store.database.pool);
  return Object.assign(store, { url: url.href });
}
