/** What a killed process was sending is sent by whoever comes after it, at once, and once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { loadConfig } from '../../config/load.ts';
import { createStandingClock } from '../../src/main/clock.ts';
import { openService, type Service } from '../../src/main/service.ts';
import { freshServerStore, type TestStore } from '../support/database/stores.ts';

/** Time stands still: nothing that is sent waited for a lease to run out. */
const now = new Date('2027-01-11T08:00:00Z');
const BOTH = ['An ag-bildung', 'An steuerung'];
const log = { info() {}, warn() {}, error() {} };

let child: ChildProcess | undefined;
let service: Service | undefined;

afterEach(async () => {
  child?.kill('SIGKILL');
  await service?.close();
  service = undefined;
});

/** Comes back once both messages are being sent by the other process. */
async function hanging(place: string): Promise<void> {
  const args = ['test/support/database/hangingReplica.ts', place, now.toISOString()];
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    if (BOTH.every((title) => said.includes(title))) return;
  }
  throw new Error('The other process came to an end');
}

async function kill(): Promise<void> {
  if (!child || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function begin(store: Readonly<Record<string, string>>): Promise<Service> {
  const config = loadConfig({ env: store });
  const opened = await openService({ config, clock: createStandingClock(now), log });
  service = opened;
  await opened.bot.start();
  await opened.bot.catchUp();
  await opened.bot.settle();
  return opened;
}

async function said({ timeline }: Service): Promise<readonly string[]> {
  return (await timeline.after(0, 100)).map(({ card }) => card?.title ?? '').sort();
}

test('embedded, the next start says it at once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mitwirk-takeover-'));
  await hanging(dataDir).then(kill);

  const next = await begin({ MITWIRK_DATA: dataDir });

  expect(await said(next)).toEqual(BOTH);
  await next.close();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

const server = process.env.TEST_DATABASE_URL;
const onServer = server ? test : test.skip;

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 45_000; !(await condition()) && performance.now() < end; ) await sleep(100);
  expect(await condition()).toBe(true);
}

onServer.each(['SIGKILL', 'SIGSTOP'] as const)(
  'on PostgreSQL, another replica says it once the heart stands still (%s), and nothing before that',
  async (signal) => {
    const store: TestStore & { url: string } = await freshServerStore(server ?? '');
    try {
      await hanging(store.url);
      const other = await begin({ DATABASE_URL: store.url });
      expect(await said(other)).toEqual([]);

      child?.kill(signal);
      await until(async () => (await said(other)).length === BOTH.length);

      expect(await said(other)).toEqual(BOTH);
      await kill();
      await other.close();
      service = undefined;
    } finally {
      await store.remove();
    }
  },
  90_000,
);
