/** What the bot says of itself, and still does, on a disk that is full, on a read-only database and without Redis. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect } from '@jest/globals';
import pg from 'pg';
import { createThrowAwayDatabase } from '../../adapters/postgres/database/throwAway.ts';
import { loadConfig } from '../../config/load.ts';
import { createStandingClock } from '../../src/main/clock.ts';
import { openService, type Service } from '../../src/main/service.ts';
import { plainLines } from '../../src/message/plain.ts';
import type { Answer } from '../../src/ports/inbound.ts';
import { at, inbound, setUpProcess } from '../support/apps.ts';
import { testNeeding } from '../support/needs.ts';
import { startOwn } from './servers/own.ts';
import { createRedis } from './servers/redis.ts';

const ADDING = ['leitung-h@ag-h', `/aufgabe neu ${'Stühle holen. '.repeat(20)}`] as const;
const LISTED = ['leitung-h@ag-h', '/aufgabe liste'] as const;
const log = { info() {}, warn() {}, error() {} };
const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

async function begin(settings: Readonly<Record<string, string>>) {
  const config = loadConfig({ env: settings });
  const service = await openService({ config, clock: createStandingClock(at('2027-01-11T09:00')), log });
  undo.push(() => service.close());
  await service.bot.start();
  const says = (speaker: string, text: string) => service.bot.handle(inbound(speaker, text));
  return { service, says };
}

/** A town with one task, and the answer to who asks for it. */
async function beginTown(settings: Readonly<Record<string, string>>) {
  const { service, says } = await begin(settings);
  await setUpProcess({ ...service.bot, says }, 'h');
  await says('leitung-h@ag-h', '/aufgabe neu Räume suchen');
  await service.bot.settle();
  return { service, says, listed: linesOf(await says(...LISTED)) };
}

type Town = Awaited<ReturnType<typeof beginTown>>;

function linesOf({ card }: Answer): readonly string[] {
  return card ? plainLines(card) : [];
}

/** Nothing can be written: what was there is shown, nothing is added, and the operator is told. */
async function standsStill({ service, says, listed }: Town, reason: string): Promise<void> {
  await until(async () => (await says(...ADDING)).refused?.code === 'store.unwritable');
  expect(await service.trouble()).toEqual([expect.stringContaining(reason)]);

  await until(async () => {
    const shown = linesOf(await says(...LISTED));
    expect(shown.filter((line) => listed.includes(line))).toEqual(listed);
    return shown.join('\n').includes('Im Moment kann ich nichts speichern.');
  });
}

/** On a full disk there is still some room in what was begun. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let left = 500; !(await condition()); left -= 1) expect(left).toBeGreaterThan(0);
}

async function goesOn({ service, says }: Town): Promise<void> {
  await untilTold(service, []);
  expect((await says('leitung-h@ag-h', '/aufgabe neu Tische holen')).refused).toBeNull();
  expect(linesOf(await says(...LISTED)).join('\n')).not.toContain('nichts speichern');
}

async function untilTold(service: Service, told: readonly unknown[]): Promise<void> {
  let found = await service.trouble();
  for (const end = performance.now() + 60_000; found.length !== told.length && performance.now() < end; ) {
    await sleep(200);
    found = await service.trouble();
  }
  expect(found).toEqual(told);
}

/** A small disk of its own; null where that is not allowed. */
function smallDisk(): string | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mitwirk-disk-'));
  undo.push(() => fs.rmSync(folder, { recursive: true, force: true }));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', folder]).status !== 0) return null;
  undo.push(() => spawnSync('umount', [folder]));
  return folder;
}

function fill(disk: string): string {
  const file = path.join(disk, 'filling');
  const { bavail, bsize } = fs.statfsSync(disk);
  fs.writeFileSync(file, Buffer.alloc(bavail * bsize));
  return file;
}

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
testNeeding(mayMount, 'this account may not mount a small disk')(
  'a full disk (where disks can be mounted)',
  async () => {
    const disk = smallDisk();
    if (disk === null) return;
    const town = await beginTown({ MITWIRK_DATA: path.join(disk, 'data') });
    expect(await town.service.trouble()).toEqual([]);

    const filling = fill(disk);
    await standsStill(town, 'disk of the database is full');

    fs.rmSync(filling);
    await goesOn(town);
  },
  180_000,
);

const server = process.env.TEST_DATABASE_URL ?? '';
const onServer = testNeeding(Boolean(server), 'TEST_DATABASE_URL is not set');

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set default_transaction_read_only = off');
  await client.query(statement).finally(() => client.end());
}

onServer(
  'a database that takes no writes',
  async () => {
    const { url, drop } = await createThrowAwayDatabase(server);
    undo.push(drop);
    const name = new URL(url).pathname.slice(1);
    const setReadOnly = async (on: 'on' | 'off') => {
      await administer(server, `alter database ${name} set default_transaction_read_only = ${on}`);
      await administer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    };
    const town = await beginTown({ DATABASE_URL: url });

    await setReadOnly('on');
    await standsStill(town, 'takes no writes');

    await setReadOnly('off');
    await goesOn(town);
  },
  180_000,
);

onServer(
  'Redis that was stopped',
  async () => {
    const { url, drop } = await createThrowAwayDatabase(server);
    undo.push(drop);
    const redis = await startOwn(createRedis);
    undo.push(() => redis.remove());
    const { service } = await begin({ DATABASE_URL: url, REDIS_URL: redis.url });
    expect(await service.trouble()).toEqual([]);

    await redis.stop('SIGTERM');
    await untilTold(service, [expect.stringContaining('Redis does not answer')]);

    await redis.start();
    await untilTold(service, []);
  },
  180_000,
);
