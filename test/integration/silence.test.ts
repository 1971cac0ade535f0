/** A network that goes silent, or a client that does: neither is waited for without end, and nobody's locks outlast them. */
import { afterEach, beforeEach, expect } from '@jest/globals';
import type { Database } from '../../adapters/postgres/database/database.ts';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import { createTestApp, setUpProcess, type TestApp } from '../support/apps.ts';
import { freshServerStore } from '../support/database/stores.ts';
import { createFakeChat } from '../support/fakeChat.ts';
import { testNeeding } from '../support/needs.ts';
import { type OutageProxy, outageProxy } from '../support/outageProxy.ts';

const serverUrl = process.env.TEST_DATABASE_URL ?? '';
const testWithPostgres = testNeeding(Boolean(serverUrl), 'TEST_DATABASE_URL is not set');
/** Short, so that a test can wait for it. */
const patienceMs = 1_500;

let near: Awaited<ReturnType<typeof freshServerStore>>;
let proxy: OutageProxy;
let far: Database;
let app: TestApp;

beforeEach(async () => {
  if (!serverUrl) return;
  near = await freshServerStore(serverUrl);
  proxy = await outageProxy(near.url, 5432);
  far = await openDatabase({ url: proxy.url, dataDir: null, patienceMs });
  app = createTestApp(createStore(far.pool), createFakeChat().chat);
  await setUpProcess(app, 's');
});

afterEach(async () => {
  if (!serverUrl) return;
  await proxy.goAway();
  await app.close();
  await far.close();
  await proxy.close();
  await near.remove();
});

const add = (text: string) => app.says('leitung-s@ag-s', `/aufgabe neu ${text}`);

async function tasks(): Promise<readonly string[]> {
  const { rows } = await near.database.pool.query<{ text: string }>('select text from mitwirk.tasks order by number');
  return rows.map(({ text }) => text);
}

testWithPostgres(
  'commands in a silence are answered, and nothing is left of it afterwards',
  async () => {
    await add('Vorher');
    await app.settle();
    await proxy.goSilent();

    const answers = await Promise.all([add('Eins'), add('Zwei'), add('Drei')]);

    expect(answers.map(({ refused }) => refused?.code)).toEqual(['fault', 'fault', 'fault']);
    await proxy.comeBack();
    expect((await add('Nachher')).refused).toBeNull();
    expect(await tasks()).toEqual(['Vorher', 'Nachher']);
  },
  60_000,
);

testWithPostgres(
  'a connection that a router has forgotten is used once more and never again',
  async () => {
    const clients = await Promise.all([far.pool.connect(), far.pool.connect()]);
    for (const client of clients) client.release();
    await proxy.forget();

    // A command is tried twice: each try finds one connection out.
    await add('Vergessen');
    const answer = await add('Nachher');

    expect(answer.refused).toBeNull();
  },
  60_000,
);

testWithPostgres(
  'a transaction whose owner went silent gives its locks back',
  async () => {
    const client = await far.pool.connect();
    await client.query('begin');
    await client.query('select from mitwirk.processes for update');
    await proxy.goSilent();

    const patient = await near.database.pool.query('select from mitwirk.processes for update');

    expect(patient.rowCount).toBe(1);
    await proxy.goAway();
    client.release();
  },
  60_000,
);

testWithPostgres(
  'a lock that somebody else keeps is waited for only so long, and the statement is not to blame',
  async () => {
    const client = await near.database.pool.connect();
    await client.query('begin');
    await client.query('select from mitwirk.processes for update');

    const answer = await add('Gesperrt');
    await client.query('rollback');
    client.release();

    expect(answer.refused?.code).toBe('fault');
    expect(app.errors.at(-1)?.error).toMatchObject({ name: 'StoreUnavailable', cause: { code: '55P03' } });
    expect((await add('Frei')).refused).toBeNull();
  },
  60_000,
);
