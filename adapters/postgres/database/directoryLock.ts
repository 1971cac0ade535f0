/** Keeps a second instance out of a data directory. The lock is the kernel's, so it ends with the process, however it dies. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../../../src/domain/failure.ts';

export interface DirectoryLock {
  release(): void;
}

/** SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy */
const busy = 5;

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy;
}

/**
 * SQLite's exclusive transaction on a file of its own is used for nothing but its lock: the operating system's file lock on
 * Linux, macOS and Windows, and SQLite's own book-keeping within one process, where file locks would not tell apart.
 * Nothing else may open the file while it is held: closing it anywhere in this process would give the lock away.
 * @throws Refusal `database.locked` when somebody else has it
 */
export function lockDirectory(directory: string): DirectoryLock {
  const file = new DatabaseSync(path.join(directory, 'lock'), { timeout: 0 });
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    throw isBusy(error) ? new Refusal({ code: 'database.locked', params: { directory } }) : error;
  }
  return {
    release: () => {
      if (file.isOpen) file.close();
    },
  };
}
