/** Where the shell keeps its data: a folder of its own, one that was named, or one that is thrown away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOf } from '../../adapters/postgres/database/server.ts';
import { createThrowAwayDatabase } from '../../adapters/postgres/database/throwAway.ts';
import type { Config } from '../../config/schema.ts';
import { refuse } from '../domain/failure.ts';
import { createLog } from './log.ts';
import { lookAtStore } from './lookAtStore.ts';

export interface Place {
  readonly store: Config['store'];
  dispose(): Promise<void>;
}

const KEPT = async () => {};

/**
 * Without a choice: on the configured server if it holds nothing but what shells have made, or beside the page's data, so that
 * trying things out never touches a live process.
 * @throws Refusal `shell.real` with `place`
 */
export async function placeFor(
  { data, fresh }: { readonly data?: string | undefined; readonly fresh?: boolean | undefined },
  { store }: Config,
): Promise<Place> {
  const { databaseUrl, ...rest } = store;
  if (data !== undefined) return { store: { ...rest, dataDir: data }, dispose: KEPT };
  if (!fresh) {
    if (!databaseUrl) return { store: { ...rest, dataDir: join(store.dataDir, 'shell') }, dispose: KEPT };
    if (await isReal(store)) refuse('shell.real', { place: placeOf(databaseUrl) });
    return { store, dispose: KEPT };
  }
  if (databaseUrl) {
    const database = await createThrowAwayDatabase(databaseUrl);
    return { store: { ...store, databaseUrl: database.url }, dispose: database.drop };
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'mitwirk-'));
  return { store: { ...rest, dataDir }, dispose: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** Before it is opened, which would bring it up to date. Why it cannot be looked at is what opening it will say. */
function isReal(store: Config['store']): Promise<boolean> {
  const log = createLog('error');
  return lookAtStore(store, log, async (seen) => seen.state === 'there' && !(await seen.shellsAlone()));
}
