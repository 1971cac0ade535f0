/** Who is at work in one database: many together, or one alone. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { freshServerStore } from '../support/database/stores.ts';
import { freshDatabase } from '../support/database.ts';
import { suiteNeeding } from '../support/needs.ts';

test('in the embedded database one process is alone always: its directory is locked', async () => {
  const database = await freshDatabase();
  const place = await database.occupy(false);

  expect([await place.claim(), await place.claim()]).toEqual([true, true]);
  await database.close();
});

const serverUrl = process.env.TEST_DATABASE_URL;

suiteNeeding(Boolean(serverUrl), 'TEST_DATABASE_URL is not set')('on PostgreSQL', () => {
  let store: Awaited<ReturnType<typeof freshServerStore>>;
  const broken: Error[] = [];
  const opened: Awaited<ReturnType<typeof openDatabase>>[] = [];

  beforeEach(async () => {
    store = await freshServerStore(serverUrl ?? '');
    broken.length = 0;
  });

  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
    await store.remove();
  });

  /** Another process in the same database. */
  async function another() {
    const database = await openDatabase({ url: store.url, dataDir: null, onBroken: (error) => broken.push(error) });
    opened.push(database);
    return database;
  }

  /** Cuts the connections that hold places, as an administrator or an outage does. */
  async function cut(): Promise<void> {
    await store.database.pool.query(`select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`);
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await isSo()) && tries < 400; tries++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await isSo()).toBe(true);
  }

  test('whoever is alone can keep others out, and nobody can while two are in', async () => {
    const first = await (await another()).occupy(false);
    const alone = await first.claim();
    await first.share();
    const second = await (await another()).occupy(true);

    expect([alone, await first.claim(), await second.claim()]).toEqual([true, false, false]);
    await second.leave();
    expect(await first.claim()).toBe(true);
  });

  test('a newcomer waits for whoever is alone, and comes in when that one shares', async () => {
    const first = await (await another()).occupy(true);
    const coming = (await another()).occupy(true);
    let inside = false;
    coming.then(() => {
      inside = true;
    });
    await until(async () => {
      const { rows } = await store.database.pool.query(
        `select from pg_locks where locktype = 'advisory' and not granted`,
      );
      return rows.length > 0;
    });
    const before = inside;
    await first.share();
    const second = await coming;

    expect([before, await second.claim()]).toEqual([false, false]);
  });

  test('a newcomer who waits in vain is told so', async () => {
    const first = await (await another()).occupy(true);

    await expect((await another()).occupy(false)).rejects.toMatchObject({ failure: { code: 'database.occupied' } });
    expect(await first.claim()).toBe(true);
  }, 60_000);

  test('a closed database leaves at once', async () => {
    const database = await another();
    await database.occupy(true);
    await database.close();

    expect(await (await (await another()).occupy(true)).claim()).toBe(true);
  });

  test('whoever kept others out and loses the connection must stop', async () => {
    await (await another()).occupy(true);

    await cut();

    await until(async () => broken.length === 1);
  });

  test('whoever was in with others and loses the connection comes in again', async () => {
    const first = await (await another()).occupy(false);
    const second = await (await another()).occupy(false);
    await second.leave();

    await cut();

    await until(() => first.claim().catch(() => false));
    expect(broken).toEqual([]);
  });
});
