/** What happened in Slack is said once: while the store cannot take it, it is tried again for a while, in the order in which it happened. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../../src/ports/log.ts';

/** About an hour in all, longer than a restart or an update of the store takes. */
const WAITS_MS = [1_000, 5_000, 30_000, 120_000, ...Array<number>(11).fill(300_000)];
/** Of so many people and channels at the most; what comes on top is lost, and the log says so. */
const SUBJECTS = 1_000;

export interface Patience {
  /** Comes back after the first try; the next ones follow in the background. What is about the same subject waits its turn. */
  insist(subject: string, work: () => Promise<void>): Promise<void>;
  /** Nothing is tried any more. */
  close(): void;
}

export function createPatience(log: Log, waits: readonly number[] = WAITS_MS): Patience {
  const closing = new AbortController();
  const lanes = new Map<string, Promise<void>>();

  async function tryOn(work: () => Promise<void>, pauses: readonly number[]): Promise<void> {
    for (const pause of pauses) {
      await sleep(pause, undefined, { ref: false, signal: closing.signal });
      try {
        return await work();
      } catch (error) {
        log.warn('what happened in slack could not be noted yet', { reason: String(error) });
      }
    }
    log.error('what happened in slack was not noted', new Error('tried for too long'));
  }

  function queue(subject: string, work: () => Promise<void>): void {
    const before = lanes.get(subject);
    const turn = (before ?? Promise.resolve())
      .then(() => tryOn(work, before ? [0, ...waits] : waits))
      .catch(() => log.warn('what happened in slack was not noted before the end'))
      .finally(() => {
        if (lanes.get(subject) === turn) lanes.delete(subject);
      });
    lanes.set(subject, turn);
  }

  return {
    async insist(subject, work) {
      if (!lanes.has(subject)) {
        try {
          return await work();
        } catch (error) {
          if (lanes.size >= SUBJECTS) throw error;
          log.warn('what happened in slack could not be noted yet', { reason: String(error) });
        }
      }
      queue(subject, work);
    },
    close: () => closing.abort(),
  };
}
