/** What only the embedded database has to prove: durability, its directory, its one engine. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Database } from '../../../../adapters/postgres/database/database.ts';
import { openEmbedded } from '../../../../adapters/postgres/database/embedded.ts';
import { keepHouse } from '../../../../adapters/postgres/database/housekeeping.ts';
import { openDatabase } from '../../../../adapters/postgres/database/open.ts';
import { copyTemplate } from '../../../support/database/template.ts';

const writer = fileURLToPath(new URL('../../../support/database/writeUntilKilled.ts', import.meta.url));
let dataDir: string;
let open: Database[];

async function opened(options: Partial<Parameters<typeof openEmbedded>[0]> = {}): Promise<Database> {
  const database = await openEmbedded({ dataDir, ...options });
  open.push(database);
  return database;
}

beforeEach(async () => {
  open = [];
  dataDir = await copyTemplate();
});

afterEach(async () => {
  jest.restoreAllMocks();
  for (const database of open) await database.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

describe('durability', () => {
  test('every commit is one sync of the disk, and reading is none', async () => {
    const { pool } = await opened();
    await pool.query('create table votes (n int)');
    // The first insert also makes the table's file longer.
    await pool.query('insert into votes values (0)');
    const sync = jest.spyOn(fs, 'fdatasyncSync');

    for (let n = 1; n <= 25; n++) await pool.query('insert into votes values ($1)', [n]);
    const afterWrites = sync.mock.calls.length;
    for (let n = 1; n <= 25; n++) await pool.query('select * from votes where n = $1', [n]);

    expect(afterWrites).toBe(25);
    expect(sync.mock.calls.length).toBe(25);
  });

  test('a transaction of several statements is one sync, at its commit', async () => {
    const { pool } = await opened();
    await pool.query('create table pairs (n int)');
    await pool.query('insert into pairs values (0)');
    const sync = jest.spyOn(fs, 'fdatasyncSync');
    const client = await pool.connect();

    await client.query('begin');
    for (let n = 1; n <= 5; n++) await client.query('insert into pairs values ($1)', [n]);
    const beforeCommit = sync.mock.calls.length;
    await client.query('commit');
    client.release();

    expect([beforeCommit, sync.mock.calls.length]).toEqual([0, 1]);
  });

  test('the sync has been done by the time the commit is acknowledged', async () => {
    const { pool } = await opened();
    await pool.query('create table acknowledged (n int)');
    const order: string[] = [];
    const original = fs.fdatasyncSync;
    jest.spyOn(fs, 'fdatasyncSync').mockImplementation((handle) => {
      original(handle);
      order.push('synced');
    });

    await pool.query('insert into acknowledged values (1)').then(() => order.push('acknowledged'));

    expect(order.at(-1)).toBe('acknowledged');
    expect(order).toContain('synced');
  });

  test('PostgreSQL itself is set to keep its promises', async () => {
    const { pool } = await opened();

    const { rows } = await pool.query(
      `select name, setting from pg_settings
       where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method') order by name`,
    );

    expect(rows).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'synchronous_commit', setting: 'on' },
      { name: 'wal_sync_method', setting: 'fsync' },
    ]);
  });

  test('what was acknowledged before a kill is there after it, and no half of a transaction', async () => {
    const child = spawn(process.execPath, [writer, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Number(line);
      if (acknowledged === 60) child.kill('SIGKILL');
    }

    const { pool } = await opened();
    const { rows } = await pool.query('select n, count(*)::int as parts from written group by n order by n');

    expect(acknowledged).toBeGreaterThanOrEqual(60);
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
    expect(rows.map(({ n, parts }) => [n, parts])).toEqual(rows.map((_, i) => [i + 1, 2]));
  });

  test('when the disk refuses to sync, nothing is acknowledged any more, and a new start recovers', async () => {
    const broken = jest.fn();
    const database = await opened({ onBroken: broken });
    await database.pool.query('create table kept (n int)');
    await database.pool.query('insert into kept values (1)');
    const disk = jest.spyOn(fs, 'fdatasyncSync').mockImplementation(() => {
      throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
    });

    await expect(database.pool.query('insert into kept values (2)')).rejects.toThrow('has stopped');
    disk.mockRestore();
    await expect(database.pool.query('select 1')).rejects.toThrow('has stopped');
    await database.close();

    expect(broken).toHaveBeenCalledTimes(1);
    const { pool } = await opened();
    expect((await pool.query('select n from kept where n = 1')).rows).toEqual([{ n: 1 }]);
  });
});

describe('the directory', () => {
  test('a second opener is refused by name while the first goes on undisturbed', async () => {
    const { pool } = await opened();

    await expect(openDatabase({ url: null, dataDir })).rejects.toMatchObject({
      failure: { code: 'database.locked', params: { directory: dataDir } },
    });

    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('closing twice is the same as closing once, and lets the next one in', async () => {
    const database = await opened();

    await Promise.all([database.close(), database.close()]);

    await opened();
  });

  test.each([
    ['a file where the directory should be', (dir: string) => fs.writeFileSync(dir, '')],
    [
      'data that is no PostgreSQL directory',
      (dir: string) => {
        fs.mkdirSync(path.join(dir, 'database'), { recursive: true });
        fs.writeFileSync(path.join(dir, 'database', 'PG_VERSION'), '99\n');
      },
    ],
  ])('%s is refused, and nothing in it is touched', async (_what, prepare) => {
    const directory = path.join(dataDir, 'elsewhere');
    prepare(directory);

    await expect(openDatabase({ url: null, dataDir: directory })).rejects.toMatchObject({
      failure: { code: 'database.unreadable', params: { directory } },
    });
    // The lock has been let go of: the same refusal again, not another one.
    await expect(openDatabase({ url: null, dataDir: directory })).rejects.toMatchObject({
      failure: { code: 'database.unreadable' },
    });
  });

  test('a first start that was interrupted is begun anew', async () => {
    const directory = path.join(dataDir, 'fresh');
    fs.mkdirSync(path.join(directory, 'database.new', 'base'), { recursive: true });
    fs.writeFileSync(path.join(directory, 'database.new', 'PG_VERSION'), '18\n');

    const { pool } = await opened({ dataDir: directory });

    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    expect(fs.readdirSync(directory).sort()).toEqual(['database', 'lock']);
  });
});

describe('the one engine', () => {
  test('a statement that waits too long for a transaction fails with a code, and the transaction goes on', async () => {
    const { pool } = await opened({ patienceMs: 100 });
    const client = await pool.connect();
    await client.query('begin');

    await expect(pool.query('select 1')).rejects.toMatchObject({ code: '55P03' });
    await client.query('commit');
    client.release();

    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('a client that vanishes while it waits does not keep its place', async () => {
    const { pool } = await opened();
    const holding = await pool.connect();
    await holding.query('begin');
    const vanishing = await pool.connect();
    const lost = vanishing.query('select 1').catch((error) => error);
    vanishing.release(true);
    await holding.query('commit');
    holding.release();

    expect(await lost).toBeInstanceOf(Error);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('transactions are served in the order in which they were asked for', async () => {
    const { pool } = await opened();
    const served: number[] = [];
    const clients = await Promise.all(Array.from({ length: 8 }, () => pool.connect()));

    await Promise.all(
      clients.map(async (client, place) => {
        await client.query('begin');
        served.push(place);
        await client.query('select 1');
        await client.query('commit');
      }),
    );
    for (const client of clients) client.release();

    expect(served).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('housekeeping writes a checkpoint once enough has been logged, and gathers statistics', async () => {
    const { pool } = await opened();
    const checkpoint = async () => (await pool.query('select redo_lsn from pg_control_checkpoint()')).rows[0].redo_lsn;
    const house = keepHouse(pool, undefined);
    await pool.query('create table filled (t text)');
    const before = await checkpoint();
    await house.tick();
    expect(await checkpoint()).toBe(before);

    await pool.query(`insert into filled select repeat('x', 1000) from generate_series(1, 40000)`);
    await house.tick();
    await house.stop();

    expect(await checkpoint()).not.toBe(before);
    const { rows } = await pool.query(`select reltuples::int as rows from pg_class where relname = 'filled'`);
    expect(rows).toEqual([{ rows: 40_000 }]);
  });
});

test('without a directory everything is in memory', async () => {
  const database = await openDatabase({ url: null, dataDir: null });
  open.push(database);

  await database.pool.query('create table fleeting (n int)');

  expect(database.kind).toBe('embedded');
  expect((await database.pool.query('select * from fleeting')).rowCount).toBe(0);
});
