/** Says which job stands for a wake-up: one per second, however often it is asked for. */
import type { JobsOptions } from 'bullmq';
import { doubling } from '../kit/waiting.ts';

const year = 365 * 24 * 60 * 60 * 1000;

/** A finished job leaves nothing behind; a failing one is tried again within a minute, then left to the next regular wake-up. */
export const tidy = {
  attempts: 10,
  backoff: { type: 'custom' },
  removeOnComplete: true,
  removeOnFail: true,
} as const satisfies JobsOptions;

/** @returns milliseconds to wait after the `attempt`-th failure (from 1): doubling from one second up to a minute */
export const retryDelay = doubling(1_000, 60_000);

/**
 * Asked for while its second's job waits, the wake-up is that job, moved to where the clock now puts it. Asked for while that
 * job is being processed, it follows as another one: what it is for may have come too late to be seen.
 * @param at rounded up to the second, so that it is never early; in the past means now, more than a year ahead means in a year
 */
export function wakeJob(at: Date, now: Date): JobsOptions {
  const second = Math.ceil(at.getTime() / 1000);
  const delay = Math.min(second * 1000 - now.getTime(), year);
  const id = delay > 0 ? `second-${second}` : 'now';
  return {
    ...tidy,
    delay: Math.max(delay, 0),
    deduplication: { id, keepLastIfActive: true, reschedule: true },
  };
}
