/** A migrated data directory, unpacked once per machine and version, so that tests copy files and nothing else. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { lockDirectory } from '../../../adapters/postgres/database/directoryLock.ts';
import { openDatabase } from '../../../adapters/postgres/database/open.ts';
import { migrate } from '../../../adapters/postgres/migrate.ts';
import { Refusal } from '../../../src/domain/failure.ts';

const adapter = fileURLToPath(new URL('../../../adapters/postgres/', import.meta.url));
const engine = fileURLToPath(new URL('../package.json', import.meta.resolve('@electric-sql/pglite')));

/** Whatever the directory's contents depend on. */
function sources(): string[] {
  const migrations = path.join(adapter, 'migrations');
  const steps = fs.readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort();
  const files = steps.filter((name) => name.endsWith('.ts')).map((name) => path.join(migrations, name));
  return [
    ...files,
    path.join(adapter, 'migrate.ts'),
    fileURLToPath(import.meta.url),
    path.join(adapter, 'database/durableFiles.ts'),
    path.join(adapter, 'database/seed/seed.json'),
    engine,
  ];
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of sources()) hash.update(file).update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

async function build(directory: string): Promise<void> {
  const unfinished = fs.mkdtempSync(`${directory}.`);
  const database = await openDatabase({ url: null, dataDir: unfinished });
  await migrate(database.pool);
  await database.close();
  fs.rmSync(path.join(unfinished, 'lock'), { force: true });
  fs.renameSync(unfinished, directory);
}

/** One worker builds, the others wait for it. */
async function buildOnce(directory: string): Promise<void> {
  const queue = `${directory}.queue`;
  fs.mkdirSync(queue, { recursive: true });
  for (;;) {
    try {
      const lock = lockDirectory(queue);
      if (!fs.existsSync(directory)) await build(directory).finally(() => lock.release());
      lock.release();
      return;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await wait(100);
    }
  }
}

/** Copies the template, which is made first if need be, to a new directory of its own. */
export async function copyTemplate(): Promise<string> {
  const template = path.join(os.tmpdir(), `mitwirk-template-${fingerprint()}`);
  if (!fs.existsSync(template)) await buildOnce(template);
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'mitwirk-test-'));
  fs.cpSync(template, copy, { recursive: true, mode: fs.constants.COPYFILE_FICLONE });
  return copy;
}
