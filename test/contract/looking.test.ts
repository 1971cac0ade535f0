/** Runs the contract of looking over a directory and a server, and what is special to each. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openEmbedded } from '../../adapters/postgres/database/embedded.ts';
import { openToLook } from '../../adapters/postgres/database/look.ts';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { createThrowAwayDatabase, type ThrowAwayDatabase } from '../../adapters/postgres/database/throwAway.ts';
import { contentsOf } from '../support/database/rowCounts.ts';
import { copyTemplate } from '../support/database/template.ts';
import { look } from '../support/looking.ts';
import { treeOf } from '../support/tree.ts';
import { lookingContract, type Place, withProcesses } from './looking.ts';

describe('looking at a directory', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mitwirk-looking-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  const placeIn = (dataDir: string): Place => ({
    env: { MITWIRK_DATA: dataDir },
    name: `the directory ${dataDir}`,
    prepare: async () => fs.renameSync(await copyTemplate(), dataDir),
    // What was not prepared is to begin with nothing.
    open: () => openEmbedded({ dataDir, bare: true }),
    state: async () => treeOf(folder),
  });
  const fresh = async () => placeIn(path.join(folder, randomUUID()));
  const dataDirOf = ({ env }: Place) => env.MITWIRK_DATA ?? '';

  lookingContract(fresh);

  test('the directory that was named is looked at, whatever is configured', async () => {
    const [configured, named] = [await fresh(), await fresh()];
    await withProcesses(named);

    const { status, said } = look('audit', configured.env, 'verify', '--data', dataDirOf(named));

    expect(status).toBe(0);
    expect(said).toContain(`Looked at ${named.name}: 2 processes`);
    expect(fs.existsSync(dataDirOf(configured))).toBe(false);
  }, 60_000);

  test('a backup without the lock file gets none', async () => {
    const place = await fresh();
    await withProcesses(place);
    fs.rmSync(path.join(dataDirOf(place), 'lock'));
    const before = await place.state();

    expect(look('audit', place.env, 'verify').status).toBe(0);

    expect(await place.state()).toEqual(before);
  }, 60_000);

  test('a store that was killed is not recovered, and what was committed is seen all the same', async () => {
    const place = await fresh();
    await withProcesses(place);
    const writer = spawn(process.execPath, ['test/support/database/writeUntilKilled.ts', dataDirOf(place)]);
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    const before = await place.state();

    const { status, said } = look('audit', place.env, 'verify');

    expect(status).toBe(0);
    expect(said).toContain(`Looked at ${place.name}: 2 processes, 2 log entries.`);
    expect(await place.state()).toEqual(before);
  }, 60_000);

  test('a directory in which a bot works is left to it', async () => {
    const place = await fresh();
    await place.prepare();
    const database = await place.open();
    try {
      const [doctor, audit] = [look('doctor', place.env), look('audit', place.env, 'verify')];

      expect([doctor.status, audit.status]).toEqual([0, 4]);
      for (const { said } of [doctor, audit]) expect(said).toContain(`A Mitwirk is at work in ${place.name}`);
      expect(audit.said).toContain('/mitwirk audit');
      expect((await database.pool.query('select 1 as still')).rows).toEqual([{ still: 1 }]);
    } finally {
      await database.close();
    }
  }, 60_000);

  test('what cannot be read is not taken for nothing', async () => {
    const broken = await fresh();
    await broken.prepare();
    fs.writeFileSync(path.join(dataDirOf(broken), 'database', 'global', 'pg_control'), 'no longer what it was');
    const file = placeIn(path.join(folder, 'file'));
    fs.writeFileSync(dataDirOf(file), '');

    for (const place of [broken, file]) {
      const before = await place.state();
      const [doctor, audit] = [look('doctor', place.env), look('audit', place.env, 'verify')];

      expect([doctor.status, audit.status]).toEqual([4, 4]);
      for (const { said } of [doctor, audit]) expect(said).toContain(`Cannot tell about ${place.name}: `);
      expect(await place.state()).toEqual(before);
    }
  }, 120_000);

  test('no copy stays behind', async () => {
    const place = await fresh();
    await place.prepare();
    const before = copies();

    const database = await openToLook({ url: null, dataDir: dataDirOf(place) });
    expect(copies().length).toBe(before.length + 1);
    await database?.close();

    expect(copies()).toEqual(before);
  }, 60_000);

  function copies(): string[] {
    return fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith('mitwirk-look-'));
  }
});

const serverUrl = process.env.TEST_DATABASE_URL;
if (serverUrl) {
  describe('looking at a server', () => {
    const made: ThrowAwayDatabase[] = [];
    afterAll(async () => {
      for (const { drop } of made) await drop();
    });

    lookingContract(async () => {
      const database = await createThrowAwayDatabase(serverUrl);
      made.push(database);
      const { host, pathname } = new URL(database.url);
      const open = () => openDatabase({ url: database.url, dataDir: null });
      return {
        prepare: async () => {},
        env: { DATABASE_URL: database.url },
        name: `the PostgreSQL database ${host}${pathname}`,
        open,
        state: () => stateOf(open),
      };
    });

    async function stateOf(open: Place['open']): Promise<unknown> {
      const { pool, close } = await open();
      const relations = await pool.query(
        `select nspname, relname, relkind from pg_class join pg_namespace on pg_namespace.oid = relnamespace
         where nspname not like 'pg_%' and nspname <> 'information_schema' order by 1, 2`,
      );
      const schemas = await pool.query('select nspname from pg_namespace order by 1');
      const state = [relations.rows, schemas.rows, await contentsOf(pool)];
      await close();
      return state;
    }

    test('nothing can be written, even by mistake', async () => {
      const database = await openToLook({ url: serverUrl, dataDir: null });

      await expect(database?.pool.query('create table public.by_mistake (n int)')).rejects.toMatchObject({
        code: '25006',
      });

      await database?.close();
    });

    test('a server that does not answer is not taken for nothing', () => {
      const env = { DATABASE_URL: 'postgres://mitwirk:geheim@127.0.0.1:1/mitwirk' };
      const [doctor, audit] = [look('doctor', env), look('audit', env, 'verify')];

      expect([doctor.status, audit.status]).toEqual([4, 4]);
      for (const { said } of [doctor, audit]) {
        expect(said).toContain('Cannot tell about the PostgreSQL database 127.0.0.1:1/mitwirk: ');
        expect(said).not.toContain('geheim');
      }
    }, 60_000);
  });
} else test.skip('looking at a server: TEST_DATABASE_URL is not set', () => {});
