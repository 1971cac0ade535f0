/** Waiting: for a while, for what may take too long, and longer each time. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Comes back after so many milliseconds, and at once when `stop` is aborted. */
export async function pause(milliseconds: number, stop?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, stop ? { signal: stop } : {}).catch(() => undefined);
}

/** What the work gives, or `late` after so many milliseconds; the work itself goes on. @throws what the work throws in time */
export async function inTime<Result>(milliseconds: number, work: Promise<Result>): Promise<Result | 'late'> {
  const over = new AbortController();
  try {
    return await Promise.race([work, sleep(milliseconds, 'late' as const, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}

/** Milliseconds to wait after so many failures in a row, from 1: twice as long each time, but no longer than `mostMs`. */
export function doubling(firstMs: number, mostMs: number): (failures: number) => number {
  return (failures) => Math.min(mostMs, firstMs * 2 ** (failures - 1));
}

interface Trying {
  /** How long to wait before the next try, in milliseconds; null: there is none. `failures` counts from 1. */
  readonly waitAfter: (error: unknown, failures: number) => number | null;
  /** Ends the waiting, and with it the trying. */
  readonly stop?: AbortSignal;
}

/** Tries until it succeeds. @throws the last error when there is no next try */
export async function tryAgain<Result>(work: () => Promise<Result>, { waitAfter, stop }: Trying): Promise<Result> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      const wait = waitAfter(error, failures);
      if (wait === null) throw error;
      await pause(wait, stop);
      if (stop?.aborted) throw error;
    }
  }
}
