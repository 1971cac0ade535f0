/** Looks at a store without changing it, and says in words what there is to look at. */
import path from 'node:path';
import { knowsPlatforms, shellsAlone } from '../../adapters/postgres/contents.ts';
import type { Database } from '../../adapters/postgres/database/database.ts';
import { openToLook } from '../../adapters/postgres/database/look.ts';
import { placeOf } from '../../adapters/postgres/database/server.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import { type Survey, survey } from '../../adapters/postgres/survey.ts';
import type { Config } from '../../config/schema.ts';
import { Refusal, refuse } from '../domain/failure.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { reasonOf } from './startError.ts';

/** `locked`: a bot works in it, as it should. `unknown`: it cannot be looked at, and why. */
export type Seen =
  | { readonly state: 'nothing' }
  | { readonly state: 'locked' }
  | { readonly state: 'unknown'; readonly why: string }
  | SeenStore;

export interface SeenStore {
  readonly state: 'there';
  readonly survey: Survey;
  readonly store: Store;
  /** Whether nothing but shells has been at work in it; false also where that cannot be told. */
  shellsAlone(): Promise<boolean>;
  /** Whether a chat platform has been connected to it, now or before. */
  knowsPlatforms(): Promise<boolean>;
}

function storePlace({ databaseUrl, dataDir }: Config['store']): string {
  if (databaseUrl !== undefined) return `the PostgreSQL database ${placeOf(databaseUrl)}`;
  return `the directory ${path.resolve(dataDir)}`;
}

/** Tells `examine` what was seen; the store can be asked until that is done. A fault on the way is `unknown` as well. */
export async function lookAtStore<T>(
  { databaseUrl, dataDir }: Config['store'],
  log: Log,
  examine: (seen: Seen) => Promise<T>,
): Promise<T> {
  let database: Database | null = null;
  try {
    database = await openToLook({ url: databaseUrl ?? null, dataDir, log });
    const found = database && (await survey(database.pool));
    if (!database || !found) return await examine({ state: 'nothing' });
    if (found.newer) refuse('database.newer', { migration: found.newer });
    const { pool } = database;
    return await examine({
      state: 'there',
      survey: found,
      store: createStore(pool),
      shellsAlone: () => shellsAlone(pool).catch(() => false),
      knowsPlatforms: () => knowsPlatforms(pool),
    });
  } catch (error) {
    const locked = error instanceof Refusal && error.failure.code === 'database.locked';
    return await examine(locked ? { state: 'locked' } : { state: 'unknown', why: reasonOf(error) });
  } finally {
    await database?.close();
  }
}

/** What hinders looking, in one sentence. */
export function hindranceOf(seen: Exclude<Seen, SeenStore>, settings: Config['store']): string {
  const place = storePlace(settings);
  switch (seen.state) {
    case 'nothing':
      return `Nothing found: ${place} holds no store of Mitwirk.`;
    case 'locked':
      return `A Mitwirk is at work in ${place}.`;
    case 'unknown':
      return `Cannot tell about ${place}: ${seen.why}`;
    default:
      return seen satisfies never;
  }
}

/** `Looked at the directory /srv/data: 2 processes, 314 log entries.` */
export function contentsOf({ processes, entries }: Survey, settings: Config['store']): string {
  const contents = `${counted(processes.length, 'process', 'processes')}, ${counted(entries, 'log entry', 'log entries')}`;
  return `Looked at ${storePlace(settings)}: ${contents}.`;
}

/** `2 steps pending: 0006-spaces, 0007-replicas`. */
export function pendingOf({ pending }: Survey): string {
  return `${counted(pending.length, 'step', 'steps')} pending: ${pending.join(', ')}`;
}

export const PENDING_TODO = 'Make a backup, then start this version of Mitwirk: it brings the store up to date.';

function counted(count: number, one: string, many: string): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}
