/** Where the shell keeps its data: a folder of its own, one that was named, or one that is thrown away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createThrowAwayDatabase } from '../../adapters/postgres/database/throwAway.ts';
import type { Config } from '../../config/schema.ts';

export interface Place {
  readonly store: Config['store'];
  dispose(): Promise<void>;
}

const KEPT = async () => {};

/** Without a choice: on the configured server, or beside the page's data, so that trying things out never touches a live process. */
export async function placeFor(
  { data, fresh }: { readonly data?: string | undefined; readonly fresh?: boolean | undefined },
  { store }: Config,
): Promise<Place> {
  const { databaseUrl, ...rest } = store;
  if (data !== undefined) return { store: { ...rest, dataDir: data }, dispose: KEPT };
  if (!fresh) return { store: databaseUrl ? store : { ...rest, dataDir: join(store.dataDir, 'shell') }, dispose: KEPT };
  if (databaseUrl) {
    const database = await createThrowAwayDatabase(databaseUrl);
    return { store: { ...store, databaseUrl: database.url }, dispose: database.drop };
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'mitwirk-'));
  return { store: { ...rest, dataDir }, dispose: async () => rmSync(dataDir, { recursive: true, force: true }) };
}
