/** Keeps a second instance out of a data directory. The lock is the kernel's, so it ends with the process, however it dies. */
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failure, Refusal } from '../../../src/domain/failure.ts';

export interface DirectoryLock {
  release(): void;
}

/** SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy */
const busy = 5;

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy;
}

/** The file of its own on which SQLite's lock is taken. */
export function lockFileOf(directory: string): string {
  return path.join(directory, 'lock');
}

/** Kept here, because a file that nobody holds on to is closed by the garbage collection, and its lock is gone. */
const held = new Set<DatabaseSync>();

/** @throws Refusal `database.locked` */
function take(directory: string, file: DatabaseSync, statements: string): DirectoryLock {
  try {
    file.exec(statements);
  } catch (error) {
    file.close();
    throw isBusy(error) ? new Refusal(failure('database.locked', { directory })) : error;
  }
  held.add(file);
  return {
    release: () => {
      if (held.delete(file)) file.close();
    },
  };
}

/**
 * SQLite's exclusive transaction on a file of its own is used for nothing but its lock: the operating system's file lock on
 * Linux, macOS and Windows, and SQLite's own book-keeping within one process, where file locks would not tell apart.
 * Nothing else may open the file while it is held: closing it anywhere in this process would give the lock away.
 * @throws Refusal `database.locked` when somebody else has it
 */
export function lockDirectory(directory: string): DirectoryLock {
  const file = new DatabaseSync(lockFileOf(directory), { timeout: 0 });
  return take(directory, file, 'PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
}

/**
 * Keeps everybody from working in the directory while it is looked at, and writes nothing: others may look at the same time.
 * Null where nobody has ever worked, because there is no file to lock.
 * @throws Refusal `database.locked` when somebody works in it
 */
export function shareDirectory(directory: string): DirectoryLock | null {
  if (!fs.existsSync(lockFileOf(directory))) return null;
  const file = new DatabaseSync(lockFileOf(directory), { timeout: 0, readOnly: true });
  return take(directory, file, 'BEGIN; SELECT count(*) FROM sqlite_schema');
}
