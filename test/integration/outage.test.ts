/** PostgreSQL goes away in the middle of the town's work, in every way there is: the process, its wake-ups and its lease go on. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createLocalChat } from '../../adapters/local/chat.ts';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { createThrowAwayDatabase } from '../../adapters/postgres/database/throwAway.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import { createTimeline } from '../../adapters/postgres/timeline.ts';
import { createStandingClock } from '../../src/main/clock.ts';
import { createTestApp } from '../support/apps.ts';
import type { Report } from '../support/outage/report.ts';
import { startOwn } from './servers/own.ts';
import { createCluster } from './servers/postgres.ts';

const testWithPostgres = process.env.TEST_DATABASE_URL ? test : test.skip;

let server: Awaited<ReturnType<typeof startOwn>>;
let url: string;
let town: ChildProcess;
let ended: Promise<unknown>;
let log = '';
const reports: Report[] = [];

beforeAll(async () => {
  if (!process.env.TEST_DATABASE_URL) return;
  server = await startOwn(createCluster);
  url = (await createThrowAwayDatabase(server.url)).url;
  town = spawn(process.execPath, ['test/support/outage/busyTown.ts', url], { stdio: ['ignore', 'pipe', 'pipe'] });
  ended = once(town, 'exit');
  town.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk;
  });
  if (town.stdout) createInterface(town.stdout).on('line', (line) => reports.push(JSON.parse(line)));
}, 60_000);

afterAll(async () => {
  town?.kill('SIGKILL');
  await server?.remove();
});

const of = (what: Report['what']) => reports.filter((report) => report.what === what).length;

/** @throws Error with the end of the log, when the town has died or it takes too long */
async function until(what: string, condition: () => boolean): Promise<void> {
  for (const end = performance.now() + 60_000; !condition(); await sleep(20)) {
    if (town.exitCode !== null || performance.now() > end) {
      throw new Error(`${what} did not happen; the process: ${town.exitCode ?? 'runs'}\n${log.slice(-3_000)}`);
    }
  }
}

/** Acts are done, wake-ups that were asked for come, and the lease is held, all after this moment. */
async function atWork(): Promise<void> {
  const before = { done: of('done'), woken: of('woken'), listening: of('listening') };
  await until('work', () => of('done') > before.done + 20);
  await until('a wake-up', () => of('woken') > before.woken + 1);
  await until('listening', () => of('listening') > before.listening + 1);
}

async function query<Row extends pg.QueryResultRow>(at: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: at });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function away(...signals: readonly NodeJS.Signals[]): Promise<void> {
  const refused = of('refused');
  for (const signal of signals) await server.stop(signal);
  await until('a refusal', () => of('refused') > refused + 5);
  await server.start();
}

const MINE = 'datname = current_database() and pid <> pg_backend_pid()';

/** Every connection at once, or those that are in the middle of a transaction. */
async function terminate(where: string): Promise<void> {
  for (let times = 0; times < 10; times += 1) {
    await query(url, `select pg_terminate_backend(pid) from pg_stat_activity where ${MINE} and (${where})`);
    await sleep(50);
  }
}

testWithPostgres.each<[string, () => Promise<void>]>([
  ['a crash of the server', () => away('SIGKILL')],
  ['an immediate shutdown', () => away('SIGQUIT')],
  ['a fast shutdown', () => away('SIGINT')],
  [
    'a shutdown that waits for its clients at first',
    async () => {
      server.signal('SIGTERM');
      await sleep(1_000);
      await away('SIGINT');
    },
  ],
  [
    'a crash of one of its processes, after which it starts anew by itself',
    async () => {
      const [victim] = await query<{ pid: number }>(url, `select pid from pg_stat_activity where ${MINE} limit 1`);
      process.kill(victim?.pid ?? 0, 'SIGKILL');
    },
  ],
  ['the end of all connections', () => terminate('true')],
  [
    'the end of those in the middle of a transaction',
    () => terminate("state like '% in transaction%' or state = 'active'"),
  ],
])(
  'goes on after %s',
  async (_what, disturb) => {
    await atWork();
    await disturb();
    await atWork();
  },
  240_000,
);

testWithPostgres(
  'whoever spoke meanwhile was told kindly, and all that was acknowledged is there, once',
  async () => {
    town.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);

    const refusals = reports.filter((report) => report.what === 'refused');
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['fault']));
    for (const { answer } of refusals) expect(answer).toContain('Ich komme gerade nicht an meine Daten.');

    const tasks = await query<{ text: string }>(url, "select '/aufgabe neu ' || text as text from mitwirk.tasks");
    const kept = tasks.map(({ text }) => text);
    const acknowledged = reports.flatMap((report) => (report.what === 'done' ? report.text : []));
    const added = acknowledged.filter((text) => text.startsWith('/aufgabe'));
    expect(kept.length).toBeGreaterThan(50);
    expect(new Set(kept).size).toBe(kept.length);
    expect(added.filter((text) => !kept.includes(text))).toEqual([]);

    const [cast] = await query<{ count: number }>(
      url,
      "select count(*)::int from mitwirk.audit where action = 'vote.cast'",
    );
    expect(cast?.count).toBe(acknowledged.length - added.length);

    expect((await toldLater()).toSorted()).toEqual(kept.map((text) => text.replace('/aufgabe neu ', '')).toSorted());
  },
  60_000,
);

/** What the working group has been told once the leases have run out of which nobody knows whether they were given. */
async function toldLater(): Promise<readonly string[]> {
  const database = await openDatabase({ url, dataDir: null });
  const clock = createStandingClock(new Date(Date.now() + 5 * 60_000));
  const app = createTestApp(
    createStore(database.pool),
    createLocalChat(createTimeline(database.pool), clock, () => {}),
    clock,
  );
  await app.catchUp();
  await database.close();
  const posts = await query<{ card: string }>(url, "select card::text from mitwirk.local_messages where room = 'ag-o'");
  return posts.flatMap(({ card }) => /Von \S+ Nummer \d+\./.exec(card)?.[0] ?? []);
}
