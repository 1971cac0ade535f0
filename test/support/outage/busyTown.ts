/** A process in which a town is at work without a pause, on a PostgreSQL server that may go away; it says what comes of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createBullScheduler } from '../../../adapters/bullmq/scheduler.ts';
import { createLocalChat } from '../../../adapters/local/chat.ts';
import { createTurn } from '../../../adapters/matrix/sync/turn.ts';
import { openDatabase } from '../../../adapters/postgres/database/open.ts';
import { createLeases } from '../../../adapters/postgres/leases.ts';
import { migrate } from '../../../adapters/postgres/migrate.ts';
import { createStore } from '../../../adapters/postgres/store.ts';
import { createTimeline } from '../../../adapters/postgres/timeline.ts';
import { createApp } from '../../../src/app.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Scheduler } from '../../../src/ports/scheduler.ts';
import { inbound, setUpProcess } from '../apps.ts';
import type { Report } from './report.ts';

const WORKERS = ['leitung-o@ag-o', 'mitglied-o@ag-o', 'koordination-o@ag-o', 'leitung-o@dm'];
const VOTERS = ['vorsitz-o@steuerung-o', 'verein-o@steuerung-o'];
const AFTER_FAULT_MS = 50;
/** Somebody asks to be woken so often. */
const ASK_MS = 500;

function report(what: Report): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

const log: Log = {
  info() {},
  warn() {},
  error: (event, error) => void process.stderr.write(`${event} ${error instanceof Error ? error.message : error}\n`),
};
const clock = { now: () => new Date() };
const database = await openDatabase({ url: process.argv[2] ?? '', dataDir: null, log });
await migrate(database.pool);
const bull = createBullScheduler({ connection: { pool: database.poolFor('bullmq') }, clock, log });
const scheduler: Scheduler = {
  ...bull,
  start: (onWake) =>
    bull.start(() => {
      report({ what: 'woken' });
      return onWake();
    }),
};
const chat = createLocalChat(createTimeline(database.pool), clock, () => {});
const settings = { locale: 'de', zone: 'Europe/Berlin', coordinators: [] };
const app = createApp({ store: createStore(database.pool), clock, scheduler, log }, [chat], settings);
const says = (speaker: string, text: string) => app.handle(inbound(speaker, text));

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());

/** Whether it was done; reported either way. */
async function act(speaker: string, text: string): Promise<boolean> {
  const { refused, card } = await says(speaker, text);
  if (refused === null) report({ what: 'done', text });
  else report({ what: 'refused', code: refused.code, text, answer: JSON.stringify(card) });
  if (refused) await sleep(AFTER_FAULT_MS);
  return refused === null;
}

/** One task after the other, whatever becomes of it. */
async function addTasks(speaker: string): Promise<void> {
  for (let n = 1; !stop.signal.aborted; n += 1) await act(speaker, `/aufgabe neu Von ${speaker} Nummer ${n}.`);
}

/** One ballot after the other, each tried until it is done: it may have been done before, unheard. */
async function vote(speaker: string): Promise<void> {
  for (let n = 0; !stop.signal.aborted; n += 1)
    while (!(await act(speaker, `/beschluss ${n % 2 ? 'nein' : 'ja'} B-1`)));
}

/** What listening to Matrix does with its turn. */
async function listen(): Promise<void> {
  const turn = createTurn(createLeases(database.pool, 'this process'), 'bot', 'this process', log);
  while (!stop.signal.aborted) {
    const ended = await turn.begin(stop.signal).catch(() => null);
    if (ended === null) return;
    report({ what: 'listening' });
    await sleep(ASK_MS, undefined, { signal: ended }).catch(() => undefined);
  }
}

async function ask(): Promise<void> {
  while (!stop.signal.aborted) {
    await scheduler.wakeAt(clock.now());
    await sleep(ASK_MS);
  }
}

await setUpProcess({ ...app, says }, 'o');
await says('koordination-o@ag-o', '/ergebnis entwurf Maßnahme "Kurse" Zwei Abendkurse.');
await says('koordination-o@ag-o', '/ergebnis einreichen E-1');
await says('koordination-o@steuerung-o', '/beschluss öffnen E-1');
await app.start();
await Promise.all([...WORKERS.map(addTasks), ...VOTERS.map(vote), listen(), ask()]);
await app.settle();
await app.close();
await database.close();
