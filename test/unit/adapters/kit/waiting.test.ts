/** Waiting ends: by time, by success, when there is no next try, and when it is stopped. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doubling, inTime, pause, tryAgain } from '../../../../adapters/kit/waiting.ts';

const LONG_MS = 60_000;

test('a wait that is stopped, or was stopped before, ends at once', async () => {
  const stop = new AbortController();
  const pausing = pause(LONG_MS, stop.signal);
  stop.abort();

  await pausing;
  await pause(LONG_MS, stop.signal);
});

describe('what may take too long', () => {
  test('is waited for in time', async () => {
    expect(await inTime(LONG_MS, Promise.resolve(7))).toBe(7);
    await expect(inTime(LONG_MS, Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  test('and no longer', async () => {
    expect(await inTime(10, new Promise(() => {}))).toBe('late');
  });
});

test('waits begin with the first, double, and stay at the longest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 5_000, max: 100_000 }), (first, most) => {
      const waits = Array.from({ length: 20 }, (_, n) => doubling(first, most)(n + 1));
      expect(waits[0]).toBe(first);
      expect(waits.at(-1)).toBe(most);
      for (const [n, wait] of waits.slice(1).entries()) expect(wait).toBe(Math.min(most, (waits[n] ?? 0) * 2));
    }),
  );
});

describe('trying again', () => {
  /** Fails so often, each time with another error. */
  function failing(times: number) {
    let tries = 0;
    return async () => {
      tries += 1;
      if (tries <= times) throw new Error(`failure ${tries}`);
      return tries;
    };
  }

  test('gives what the work gives, and asks about each failure in turn', async () => {
    const asked: string[] = [];
    const waitAfter = (error: unknown, failures: number) => {
      asked.push(`${failures}: ${(error as Error).message}`);
      return 0;
    };

    expect(await tryAgain(failing(2), { waitAfter })).toBe(3);
    expect(asked).toEqual(['1: failure 1', '2: failure 2']);
  });

  test('ends with the last error when there is no next try', async () => {
    const waitAfter = (_error: unknown, failures: number) => (failures < 3 ? 0 : null);

    await expect(tryAgain(failing(9), { waitAfter })).rejects.toThrow('failure 3');
  });

  test('ends when it is stopped, without another try', async () => {
    const stop = new AbortController();
    const trying = tryAgain(failing(1), { waitAfter: () => LONG_MS, stop: stop.signal });
    await sleep(5);
    stop.abort();

    await expect(trying).rejects.toThrow('failure 1');
  });
});
