/** Databases for tests: one fresh embedded one, or a suite over every store there is on this machine. */
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Database } from '../../adapters/postgres/database/database.ts';
import { freshEmbeddedStore, freshServerStore, type TestStore } from './database/stores.ts';

/** A migrated embedded database of the caller's own; closing it removes it. */
export async function freshDatabase(): Promise<Database> {
  const store = await freshEmbeddedStore();
  return { ...store.database, close: () => store.remove() };
}

/** The store of a suite, there from its first test on. */
export type SuiteStore = Pick<TestStore, 'database' | 'reopen'>;

/**
 * Registers the suite over the embedded store, and over PostgreSQL when `TEST_DATABASE_URL` names a server (a database in
 * which others may be created). Each has one fresh database, removed after the suite.
 */
export function eachStore(title: string, suite: (store: SuiteStore) => void): void {
  over(`${title}, embedded`, freshEmbeddedStore, suite);
  const url = process.env.TEST_DATABASE_URL;
  if (url) over(`${title}, PostgreSQL`, () => freshServerStore(url), suite);
  else test.skip(`${title}, PostgreSQL: TEST_DATABASE_URL is not set`, () => {});
}

function over(title: string, fresh: () => Promise<TestStore>, suite: (store: SuiteStore) => void): void {
  describe(title, () => {
    let store: TestStore;
    beforeAll(async () => {
      store = await fresh();
    });
    afterAll(() => store.remove());
    suite({
      get database() {
        return store.database;
      },
      reopen: () => store.reopen(),
    });
  });
}

/** Registers the suite over Redis when `TEST_REDIS_URL` names a server. Keys must be the suite's own. */
export function eachRedis(title: string, suite: (url: string) => void): void {
  const url = process.env.TEST_REDIS_URL;
  if (url) describe(`${title}, Redis`, () => suite(url));
  else test.skip(`${title}, Redis: TEST_REDIS_URL is not set`, () => {});
}
