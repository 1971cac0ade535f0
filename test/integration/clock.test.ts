/** The product under a clock that is really set: by libfaketime, which changes it under a running process. */
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../adapters/postgres/database/database.ts';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { migrate } from '../../adapters/postgres/migrate.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import { freshServerStore } from '../support/database/stores.ts';
import { type BotProcess, createBotProcess } from '../support/matrix/botProcess.ts';
import { foundTown } from '../support/smallTown.ts';

const [library] = globSync('/usr/lib/*/faketime/libfaketime.so.1');
const serverUrl = process.env.TEST_DATABASE_URL;

function testWith(name: string, missing: string | null, run: () => Promise<void>): void {
  if (missing) test.skip(`${name}: ${missing}`, () => {});
  else test(name, run, 120_000);
}

const withoutLibrary = library ? null : 'libfaketime is missing';

let folder: string;
const bots: BotProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mitwirk-clock-'));
});
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A process whose clock can be set, in days ahead of this machine's; its counters go on. */
function botWithClock(name: string, settings: Readonly<Record<string, string>>) {
  const file = join(folder, name);
  const set = (days: number) => writeFileSync(file, `+${days}d\n`);
  set(0);
  const bot = createBotProcess(
    {
      ...settings,
      LD_PRELOAD: library ?? '',
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    'none',
  );
  bots.push(bot);
  return { bot, set };
}

async function openVotes(database: Database): Promise<number> {
  const { rows } = await database.pool.query("select 1 from mitwirk.votes where state = 'open'");
  return rows.length;
}

testWith('embedded, 40 days ahead for 8 seconds end nothing', withoutLibrary, async () => {
  const dataDir = join(folder, 'data');
  const open = () => openDatabase({ url: null, dataDir });
  const before = await open();
  await migrate(before.pool);
  await foundTown(createStore(before.pool), 'town', new Date());
  await before.close();
  const { bot, set } = botWithClock('clock', { MITWIRK_DATA: dataDir });
  await bot.start();
  const health = [await bot.health()];

  set(40);
  health.push(await bot.health());
  await sleep(8_000);
  health.push(await bot.health());
  set(0);
  health.push(await bot.health());
  // The engine's alarm, set for ten seconds while the clock was ahead, would ring without end.
  await sleep(5_000);
  await bot.stop();

  expect(bot.log().split('TimeoutOverflowWarning').length).toBeLessThan(10);
  expect(health).toEqual([200, 503, 503, 200]);
  const events = [...bot.log().matchAll(/"event":"(clock[^"]*)"/g)].map(([, event]) => event);
  expect(events).toEqual(['clock.doubted', 'clock.believed']);
  const after = await open();
  expect(await openVotes(after)).toBe(1);
  await after.close();
});

testWith(
  'of two processes on one server, the one with a wrong clock says so and ends nothing',
  withoutLibrary ?? (serverUrl ? null : 'TEST_DATABASE_URL is not set'),
  async () => {
    const server = await freshServerStore(serverUrl ?? '');
    await foundTown(createStore(server.database.pool), 'town', new Date());
    const right = botWithClock('right', { DATABASE_URL: server.url });
    const wrong = botWithClock('wrong', { DATABASE_URL: server.url });
    wrong.set(40);
    await right.bot.start();
    await wrong.bot.start();

    const health = [await right.bot.health(), await wrong.bot.health()];
    await sleep(2_000);
    await wrong.bot.stop();
    await right.bot.stop();

    expect(health).toEqual([200, 503]);
    expect(await openVotes(server.database)).toBe(1);
    await server.remove();
  },
);
