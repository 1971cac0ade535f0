/** Tries again for a while, as late as the homeserver asks: for what the outbox does not look after. */
import { doubling, tryAgain } from '../../kit/waiting.ts';
import { askedToWait, isPassing, isUnknownToken } from '../http/homeserverError.ts';

const growing = doubling(500, 30_000);

/** @throws the last error once `patienceMs` are over, and at once what trying again cannot help */
export function patiently<T>(work: () => Promise<T>, patienceMs: number): Promise<T> {
  const until = performance.now() + patienceMs;
  return tryAgain(work, {
    waitAfter(error, failures) {
      const wait = askedToWait(error) ?? growing(failures);
      return !isPassing(error) || isUnknownToken(error) || performance.now() + wait > until ? null : wait;
    },
  });
}
