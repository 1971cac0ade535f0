/** From the start of the process to listening, on a directory that is there and on a new one, and the peak of memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Start {
  readonly name: string;
  readonly ms: readonly number[];
  /** Megabytes at most until listening; null where the system does not tell. */
  readonly peakMb: readonly (number | null)[];
}

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Every second start is one on the directory that the first start left behind. */
export async function measureStarts(starts: number): Promise<Start[]> {
  const first = { name: 'first start, with the example', ms: [] as number[], peakMb: [] as (number | null)[] };
  const again = { name: 'start on an existing directory', ms: [] as number[], peakMb: [] as (number | null)[] };
  const dataDir = mkdtempSync(join(tmpdir(), 'mitwirk-bench-'));
  try {
    for (let n = 0; n <= starts; n += 1) {
      const { ms, peakMb } = await startOnce(dataDir);
      const into = n === 0 ? first : again;
      into.ms.push(ms);
      into.peakMb.push(peakMb);
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return [first, again];
}

async function startOnce(dataDir: string): Promise<{ ms: number; peakMb: number | null }> {
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
  const peakMb = peakOf(child.pid);
  child.kill('SIGTERM');
  await ended;
  return { ms, peakMb };
}

/** As Linux counts it. */
function peakOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
