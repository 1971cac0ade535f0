/** A start on a new directory and on one that is there: until it listens, and what it takes then and when nobody asks anything. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Start {
  readonly name: string;
  readonly taken: readonly Taken[];
}

/** Null where the system does not tell. */
export interface Taken {
  /** Until it listens. */
  readonly ms: number;
  /** Processor time until then, of all its threads. */
  readonly cpuMs: number | null;
  /** Megabytes (2^20 bytes) resident at most until the end, in which the first work in the background is done as well. */
  readonly peakMb: number | null;
  /** Megabytes resident when nothing has been asked for {@link IDLE_MS}. */
  readonly idleMb: number | null;
}

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const IDLE_MS = 10_000;
/** What Linux counts processor time in, on every machine that Node runs on. */
const TICK_MS = 10;

/** Every start but the first is one on the directory that the first left behind. */
export async function measureStarts(starts: number): Promise<Start[]> {
  const first: Taken[] = [];
  const again: Taken[] = [];
  const dataDir = mkdtempSync(join(tmpdir(), 'mitwirk-bench-'));
  try {
    for (let n = 0; n <= starts; n += 1) (n === 0 ? first : again).push(await startOnce(dataDir));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return [
    { name: 'first start, with the example', taken: first },
    { name: 'start on an existing directory', taken: again },
  ];
}

async function startOnce(dataDir: string): Promise<Taken> {
  const { DATABASE_URL: _, REDIS_URL: __, ...env } = process.env;
  const begin = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    env: { ...env, MITWIRK_DATA: dataDir, PORT: '0', MITWIRK_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`the start ended with exit status ${code}`))),
  ]);
  const ms = performance.now() - begin;
  const cpuMs = cpuOf(child.pid);
  await wait(IDLE_MS);
  const taken = { ms, cpuMs, peakMb: memoryOf(child.pid, 'VmHWM'), idleMb: memoryOf(child.pid, 'VmRSS') };
  child.kill('SIGTERM');
  await ended;
  return taken;
}

/** As Linux counts it: resident now, or at most so far. */
export function memoryOf(pid: number | undefined, what: 'VmRSS' | 'VmHWM'): number | null {
  const kilobytes = new RegExp(`${what}:\\s+(\\d+) kB`).exec(readProc(pid, 'status'))?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

function cpuOf(pid: number | undefined): number | null {
  // Behind the name, which may hold spaces: state is field 3, and 14 and 15 are the ticks in and for the process.
  const fields = readProc(pid, 'stat').split(') ').at(-1)?.split(' ');
  const [user, system] = [fields?.[11], fields?.[12]].map(Number);
  return user && system !== undefined ? (user + system) * TICK_MS : null;
}

function readProc(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
