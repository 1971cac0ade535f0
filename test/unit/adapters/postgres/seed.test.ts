/** The seed that a first start unpacks: in step with the code, nobody's own, and never half there. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openPostgresBackend } from '../../../../adapters/bullmq/postgresBackend.ts';
import type { Database } from '../../../../adapters/postgres/database/database.ts';
import { openEmbedded } from '../../../../adapters/postgres/database/embedded.ts';
import { pack, unpack } from '../../../../adapters/postgres/database/seed/archive.ts';
import { engineVersion, readLabel, sow } from '../../../../adapters/postgres/database/seed/seed.ts';
import { migrate } from '../../../../adapters/postgres/migrate.ts';
import { migrations } from '../../../../adapters/postgres/migrations/index.ts';
import { contentsOf } from '../../../support/database/rowCounts.ts';
import { schemaOf } from '../../../support/database/schema.ts';

const names = migrations.map(({ name }) => name);
const dying = fileURLToPath(new URL('../../../support/database/killedWhileUnpacking.ts', import.meta.url));
let folder: string;
let open: Database[];

async function opened(name: string, options: Partial<Parameters<typeof openEmbedded>[0]> = {}): Promise<Database> {
  const database = await openEmbedded({ dataDir: path.join(folder, name), ...options });
  open.push(database);
  return database;
}

async function stepsIn({ pool }: Database): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>('select name from mitwirk.migration order by name');
  return rows.map(({ name }) => name);
}

beforeEach(() => {
  open = [];
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mitwirk-seed-test-'));
});

afterEach(async () => {
  jest.restoreAllMocks();
  for (const database of open) await database.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('what is in it', () => {
  test('the steps on its label, which are the first of ours; with the others it is like a store made step by step', async () => {
    const sown = await opened('sown');
    const made = await opened('made', { bare: true });
    const label = readLabel();

    expect(label?.engine).toBe(engineVersion());
    expect(await stepsIn(sown)).toEqual(label?.migrations);
    expect(names.slice(0, label?.migrations.length)).toEqual(label?.migrations);

    expect((await made.pool.query("select to_regnamespace('mitwirk') as schema")).rows).toEqual([{ schema: null }]);
    for (const { pool, poolFor } of [sown, made]) {
      await migrate(pool);
      (await openPostgresBackend(poolFor('bullmq'))).close();
    }
    for (const schema of ['mitwirk', 'bullmq']) {
      const form = await schemaOf(sown.pool, schema);
      expect(form.length).toBeGreaterThan(100);
      expect(form).toEqual(await schemaOf(made.pool, schema));
    }
    const { migration: _, ...rows } = await contentsOf(sown.pool);
    const { migration: __, ...fresh } = await contentsOf(made.pool);
    expect(rows).toEqual(fresh);
  });

  test('no row but the steps, and two that say that nothing has been', async () => {
    const { pool } = await opened('sown');

    const filled = Object.entries(await contentsOf(pool)).filter(([, rows]) => !rows.startsWith('0 '));

    expect(filled.map(([table]) => table)).toEqual(['clock', 'local_state', 'migration']);
    expect((await pool.query('select seen_at, uptime_ms, boot from mitwirk.clock')).rows).toEqual([
      { seen_at: null, uptime_ms: null, boot: null },
    ]);
    expect((await pool.query('select rolname from pg_authid where rolpassword is not null')).rows).toEqual([]);
  });

  test('every installation draws its own identifier and nonce', () => {
    const controls = ['one', 'other'].map((name) => {
      const directory = path.join(folder, name);
      sow(directory);
      return fs.readFileSync(path.join(directory, 'global', 'pg_control'));
    });
    const [one = Buffer.of(), other = Buffer.of()] = controls;

    const different = [...one.keys()].filter((at) => one[at] !== other[at]);

    // Identifier, nonce and checksum; a byte may happen to be the same.
    expect(different.filter((at) => at < 8).length).toBeGreaterThan(2);
    expect(different.filter((at) => at >= 257 && at < 289).length).toBeGreaterThan(16);
    expect(different.filter((at) => (at >= 8 && at < 257) || at >= 296)).toEqual([]);
  });

  test('the identifier in the log is the same, and the checksums are right', async () => {
    const { pool } = await opened('sown');
    const { rows } = await pool.query<{ id: string; file: string }>(
      'select system_identifier as id, pg_walfile_name(redo_lsn) as file from pg_control_system(), pg_control_checkpoint()',
    );

    const log = fs.readFileSync(path.join(folder, 'sown', 'database', 'pg_wal', rows[0]?.file ?? ''));

    expect(log.readBigInt64LE(24).toString()).toBe(rows[0]?.id);
  });
});

describe('where it does not fit', () => {
  test('another engine gets none', () => {
    expect(sow(path.join(folder, 'none'), '0.0.1')).toBe(false);
    expect(fs.existsSync(path.join(folder, 'none'))).toBe(false);
  });

  test('damaged, it is reported, and the engine makes its files itself', async () => {
    const error = jest.fn();
    jest.spyOn(zlib, 'brotliDecompressSync').mockImplementation((file) => {
      // Half of it was unpacked.
      fs.mkdirSync(path.join(folder, 'slow', 'database.new', 'base'), { recursive: true });
      throw new Error(`damaged: ${typeof file}`);
    });

    const database = await opened('slow', { log: { info() {}, warn() {}, error } });

    expect(error.mock.calls.map(([event]) => event)).toEqual(['database.seed']);
    expect(await migrate(database.pool)).toEqual(names);
  });
});

describe('killed meanwhile', () => {
  const kill = (...step: string[]) => spawnSync(process.execPath, [dying, path.join(folder, 'data'), ...step]).signal;

  test.each([
    ['at its first file', ['file', '1']],
    ['in the middle', ['file', '300']],
    ['before it gets its name', ['before rename']],
  ])('%s there is no store, and the next start makes one', async (_, step) => {
    expect(kill(...step)).toBe('SIGKILL');
    expect(fs.readdirSync(path.join(folder, 'data'))).toContain('database.new');
    expect(fs.existsSync(path.join(folder, 'data', 'database'))).toBe(false);

    expect(await stepsIn(await opened('data'))).toEqual(readLabel()?.migrations);
    expect(fs.existsSync(path.join(folder, 'data', 'database.new'))).toBe(false);
  });

  test('as soon as it has its name it is whole', async () => {
    expect(kill('after rename')).toBe('SIGKILL');

    expect(await stepsIn(await opened('data'))).toEqual(readLabel()?.migrations);
  });
});

test('an archive gives back what was put in, folders that are empty too', () => {
  const from = path.join(folder, 'from');
  const to = path.join(folder, 'to');
  fs.mkdirSync(path.join(from, 'full', 'empty'), { recursive: true });
  const contents = { 'full/512': 512, 'full/513': 513, none: 0 };
  for (const [name, size] of Object.entries(contents))
    fs.writeFileSync(path.join(from, name), Buffer.alloc(size, name));
  const archive = pack(from);

  unpack(archive, to);

  expect(pack(to)).toEqual(archive);
  expect(fs.readdirSync(to, { recursive: true, encoding: 'utf8' }).sort()).toEqual(
    ['full', 'full/512', 'full/513', 'full/empty', 'none'].map((name) => path.normalize(name)),
  );
  fs.writeFileSync(path.join(from, 'x'.repeat(100)), '');
  expect(() => pack(from)).toThrow(RangeError);
});
