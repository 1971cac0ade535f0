/** Makes the seed of the embedded database anew when it lacks a step of the tables or is another engine's; with `--check` only looks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresBackend } from '../../adapters/bullmq/postgresBackend.ts';
import { openEmbedded } from '../../adapters/postgres/database/embedded.ts';
import { engineVersion, harvest, readLabel, readyForHarvest } from '../../adapters/postgres/database/seed/seed.ts';
import { migrate } from '../../adapters/postgres/migrate.ts';
import { migrations } from '../../adapters/postgres/migrations/index.ts';

export async function seed(words: readonly string[]): Promise<number> {
  const names = migrations.map(({ name }) => name);
  const label = readLabel();
  const known = label?.engine === engineVersion() ? label.migrations : null;
  if (words.includes('--check')) {
    // Steps that are missing are made up for by every first start, in a fraction of a second.
    if (known?.every((name, index) => name === names[index])) return 0;
    process.stderr.write(
      'The seed of the embedded database is not in step with its engine or tables; run npm run generate.\n',
    );
    return 1;
  }
  if (known?.join() !== names.join() || words.includes('--force')) await make(names);
  return 0;
}

/** Also with the tables of the queue, which an embedded store keeps beside the product's own. */
async function make(names: readonly string[]): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'mitwirk-seed-'));
  try {
    const database = await openEmbedded({ dataDir: directory, bare: true });
    try {
      await migrate(database.pool);
      (await openPostgresBackend(database.poolFor('bullmq'))).close();
      await readyForHarvest(database.pool);
    } finally {
      await database.close();
    }
    harvest(join(directory, 'database'), names);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
