/** Where a contract suite finds its databases: a fresh one each time, which can be closed and opened again. */
import fs from 'node:fs';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { openDatabase } from '../../../adapters/postgres/database/open.ts';
import { createThrowAwayDatabase } from '../../../adapters/postgres/database/throwAway.ts';
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

/** @param serverUrl a database of the server in which others may be created and dropped */
export async function freshServerStore(serverUrl: string): Promise<TestStore & { readonly url: string }> {
  const { url, drop } = await createThrowAwayDatabase(serverUrl);
  const store = await storeOver(() => openDatabase({ url, dataDir: null }), drop);
  await migrate(store.database.pool);
  return Object.assign(store, { url });
}
