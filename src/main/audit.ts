/** `npm run audit -- verify`: checks the hash chain of every process. */
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { migrate } from '../../adapters/postgres/migrate.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import { loadConfig } from '../../config/load.ts';
import { verifyChain } from '../domain/auditChain.ts';
import type { Store } from '../ports/store.ts';
import { readOptions } from './options.ts';
import { UsageError } from './usageError.ts';

const USAGE = 'Usage: npm run audit -- verify [--data DIR]';

/** Exit status 0: every chain is sound; 1: one is broken, and where. */
export async function audit(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { data: { type: 'string' } }, USAGE);
  if (positionals.join(' ') !== 'verify') throw new UsageError(USAGE);
  const { store: settings } = loadConfig();
  const database = await openDatabase({
    url: values.data === undefined ? (settings.databaseUrl ?? null) : null,
    dataDir: values.data ?? settings.dataDir,
  });
  try {
    await migrate(database.pool);
    return (await verifyAll(createStore(database.pool))) ? 0 : 1;
  } finally {
    await database.close();
  }
}

async function verifyAll(store: Store): Promise<boolean> {
  let sound = true;
  for (const process of await store.transaction((tx) => tx.processes.all())) {
    const head = await store.transaction((tx) => tx.audit.head(process.id));
    const entries = await store.transaction((tx) => tx.audit.entries(process.id));
    const verdict = verifyChain(process.id, entries, head);
    sound &&= verdict.ok;
    console.log(
      verdict.ok
        ? `${process.name}: sound, ${entries.length} entries, head ${verdict.head}`
        : `${process.name}: BROKEN at entry ${verdict.sequence}`,
    );
  }
  return sound;
}
