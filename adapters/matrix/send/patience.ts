/** Tries again for a while, as late as the homeserver asks: for what the outbox does not look after. */
import { setTimeout as sleep } from 'node:timers/promises';
import { HomeserverError, isPassing, isUnknownToken } from '../http/homeserverError.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** @throws the last error once `patienceMs` are over, and at once what trying again cannot help */
export async function patiently<T>(work: () => Promise<T>, patienceMs: number): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const asked = error instanceof HomeserverError ? error.retryAfterMs : null;
      const wait = asked ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
      if (!isPassing(error) || isUnknownToken(error) || performance.now() + wait > until) throw error;
      await sleep(wait);
    }
  }
}
