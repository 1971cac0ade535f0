/** Opens the embedded PostgreSQL, in a directory or in memory, behind ordinary `pg` pools. */
import fs from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { failure, Refusal } from '../../../src/domain/failure.ts';
import type { Log } from '../../../src/ports/log.ts';
import { silenceAlarm } from './alarm.ts';
import { because } from './because.ts';
import type { Database, Occupancy } from './database.ts';
import { type DirectoryLock, lockDirectory } from './directoryLock.ts';
import { DurableFiles, durableStartParams, moveDurably } from './durableFiles.ts';
import { Engine } from './engine.ts';
import { keepHouse } from './housekeeping.ts';
import { Listeners } from './listeners.ts';
import { createPools } from './pools.ts';
import { Prepared } from './prepared.ts';
import { sow } from './seed/seed.ts';
import { Session, type Shared } from './session.ts';
import { Turns } from './turns.ts';

export interface EmbeddedOptions {
  /** Where everything is kept, created when missing; null keeps it in memory. */
  readonly dataDir: string | null;
  readonly log?: Log | undefined;
  /** Called once, should the engine stop for good (a disk error, say); otherwise that is only logged. */
  readonly onBroken?: ((error: Error) => void) | undefined;
  /** How long a statement waits for somebody else's transaction, in milliseconds. */
  readonly patienceMs?: number;
  /** A new directory begins empty instead of with the tables of the seed. */
  readonly bare?: boolean;
}

/** Clients are cheap here (no process, no socket), but only one is served at a time. */
const clientsPerPool = 20;

/**
 * WebAssembly stays as V8's fast compiler makes it. Its optimising one takes 600 MB for a single function of the engine (the
 * largest, 100 kB), whenever that has run for a while; no other flag or budget keeps it from that. What is missed is little for a
 * town: commands cost the same within what can be measured, a batch of thousands of reminders half as much again.
 */
v8.setFlagsFromString('--liftoff-only');
v8.setFlagsFromString('--no-wasm-tier-up');
v8.setFlagsFromString('--no-wasm-dynamic-tiering');

function openFiles(directory: string): Promise<PGlite> {
  return PGlite.create({ fs: new DurableFiles(directory), startParams: [...durableStartParams] });
}

/** A first start that is interrupted leaves nothing under the final name, so the next one simply begins again. */
async function createFiles(directory: string, { bare, log }: EmbeddedOptions): Promise<void> {
  const unfinished = `${directory}.new`;
  const clear = () => fs.rmSync(unfinished, { recursive: true, force: true });
  clear();
  if (bare || !sown(unfinished, log)) {
    clear();
    await (await openFiles(unfinished)).close();
  }
  moveDurably(unfinished, directory);
}

/** Without the seed the engine makes its files itself, and the tables are made afterwards. */
function sown(directory: string, log: Log | undefined): boolean {
  try {
    return sow(directory);
  } catch (error) {
    log?.error('database.seed', error);
    return false;
  }
}

async function openDirectory(
  dataDir: string,
  options: EmbeddedOptions,
): Promise<{ pglite: PGlite; lock: DirectoryLock }> {
  let lock: DirectoryLock | undefined;
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    lock = lockDirectory(dataDir);
    const directory = path.join(dataDir, 'database');
    if (!fs.existsSync(path.join(directory, 'PG_VERSION'))) await createFiles(directory, options);
    return { pglite: await openFiles(directory), lock };
  } catch (error) {
    lock?.release();
    if (error instanceof Refusal) throw error;
    throw because(error, failure('database.unreadable', { directory: dataDir }));
  }
}

/** @throws Refusal `database.locked`, `database.unreadable` */
export async function openEmbedded(options: EmbeddedOptions): Promise<Database> {
  const { dataDir, log, onBroken, patienceMs = 30_000 } = options;
  const opened = dataDir === null ? null : await openDirectory(path.resolve(dataDir), options);
  const pglite = opened?.pglite ?? (await PGlite.create({ startParams: [...durableStartParams] }));
  const engine = new Engine(pglite, onBroken ?? ((error) => log?.error('database.broken', error)));
  const shared: Shared = {
    engine,
    turns: new Turns(),
    listeners: new Listeners(),
    prepared: new Prepared(),
    patienceMs,
  };
  const pools = createPools({ ...identity, max: clientsPerPool, stream: () => new Session(shared) }, log);
  const housekeeping = keepHouse(pools.own, log);
  const listenNoMore = silenceAlarm(pools.own);
  let closing: Promise<void> | undefined;
  const close = async () => {
    listenNoMore();
    await housekeeping.stop();
    await pools.end();
    await engine.close();
    opened?.lock.release();
  };
  return {
    kind: 'embedded',
    pool: pools.own,
    poolFor: pools.forSchema,
    occupy: async () => ALONE,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** The directory's lock keeps everybody else out already. */
const ALONE: Occupancy = { claim: async () => true, share: async () => {}, leave: async () => {} };

/** Said in full, so that no PG… variable of the environment has a say. */
const identity = { host: 'embedded', user: 'postgres', database: 'postgres', password: '', ssl: false, options: '' };
