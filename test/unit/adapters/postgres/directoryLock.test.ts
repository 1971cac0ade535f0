/** The lock on a data directory, tried with real processes and real deaths. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lockDirectory } from '../../../../adapters/postgres/database/directoryLock.ts';

const holder = fileURLToPath(new URL('../../../support/database/holdDirectory.ts', import.meta.url));
const refusal = () => expect.objectContaining({ failure: { code: 'database.locked', params: { directory } } });
let directory: string;
let children: ChildProcess[];

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'mitwirk-lock-'));
  children = [];
});

afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  fs.rmSync(directory, { recursive: true, force: true });
});

/** Starts a process that tries to take the lock, and resolves with what it says. */
async function contend(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', holder, directory]);
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said).trim() };
}

test('another process is refused while the lock is held, and let in once it is released', async () => {
  const lock = lockDirectory(directory);

  expect((await contend()).said).toBe('database.locked');
  lock.release();
  expect((await contend()).said).toBe('locked');
});

test('the same process is refused as well', () => {
  const lock = lockDirectory(directory);

  expect(() => lockDirectory(directory)).toThrow(refusal());

  lock.release();
  lockDirectory(directory).release();
});

test('a refused attempt does not take the lock away from its holder', async () => {
  const lock = lockDirectory(directory);

  expect(() => lockDirectory(directory)).toThrow(refusal());
  expect((await contend()).said).toBe('database.locked');
  expect((await contend()).said).toBe('database.locked');

  lock.release();
});

test('killing the holder with no chance to clean up frees the directory', async () => {
  const { child, said } = await contend();
  expect(said).toBe('locked');
  expect(() => lockDirectory(directory)).toThrow(refusal());

  child.kill('SIGKILL');
  await once(child, 'exit');

  lockDirectory(directory).release();
});

test('of several processes racing for it exactly one gets it', async () => {
  const outcomes = await Promise.all(Array.from({ length: 4 }, contend));

  expect(outcomes.map(({ said }) => said).sort()).toEqual([
    'database.locked',
    'database.locked',
    'database.locked',
    'locked',
  ]);
});
