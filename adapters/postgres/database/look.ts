/** Opens a database to look at it. Nothing of it is made, changed, brought up to date or recovered. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { failure, Refusal } from '../../../src/domain/failure.ts';
import type { Log } from '../../../src/ports/log.ts';
import { because } from './because.ts';
import type { Database } from './database.ts';
import { lockFileOf, shareDirectory } from './directoryLock.ts';
import type { OpenDatabaseOptions } from './open.ts';

/**
 * The database, in which nothing can be written; null when there is none in the directory, or no directory.
 * @throws Refusal `database.locked` or `database.unreadable` with `directory`, `database.unreachable` with `place`
 */
export async function openToLook({ url, dataDir, log }: OpenDatabaseOptions): Promise<Database | null> {
  if (url !== null) return (await import('./server.ts')).openServer({ url, log, readOnly: true });
  if (dataDir === null) return null;
  const directory = path.resolve(dataDir);
  try {
    return await openCopy(directory, log);
  } catch (error) {
    if (error instanceof Refusal && error.failure.code === 'database.locked') throw error;
    throw because(error, failure('database.unreadable', { directory }));
  }
}

/** The engine writes as soon as it starts, also what it only reads. So it starts on a copy, which is thrown away. */
async function openCopy(directory: string, log: Log | undefined): Promise<Database | null> {
  const there = (file: string) => fs.statSync(file, { throwIfNoEntry: false });
  if (there(directory)?.isDirectory() === false) throw new Error('it is no directory');
  if (!there(path.join(directory, 'database', 'PG_VERSION'))) return null;
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'mitwirk-look-'));
  const remove = () => fs.rmSync(copy, { recursive: true, force: true });
  try {
    copyAtRest(directory, copy);
    const database = await (await import('./embedded.ts')).openEmbedded({ dataDir: copy, log });
    return { ...database, close: () => database.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** @throws Refusal `database.locked` when somebody works in the directory, or began to while it was copied */
function copyAtRest(directory: string, copy: string): void {
  const lock = shareDirectory(directory);
  try {
    const from = path.join(directory, 'database');
    fs.cpSync(from, path.join(copy, 'database'), { recursive: true, mode: fs.constants.COPYFILE_FICLONE });
  } finally {
    lock?.release();
  }
  if (lock === null && fs.existsSync(lockFileOf(directory)))
    throw new Refusal(failure('database.locked', { directory }));
}
