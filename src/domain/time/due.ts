/** Due work: what has to happen at an instant. The row is the fact; the queue only wakes. */
import type { ProcessId } from '../ids.ts';

/**
 * All kinds, in the stages in which they are done when they are due together: what ends comes first, so that nobody is
 * reminded of what is over; the digest last, so that it tells of all the rest. That holds after a standstill too, when
 * moments of many days are due at once: all of it is done now, and a digest tells how things stand now.
 */
export const DUE_STAGES = [
  ['vote.close', 'round.close'],
  ['vote.halfTime', 'vote.lastCall'],
  ['round.halfTime', 'round.lastCall'],
  ['task.week', 'task.twoDays', 'task.due', 'task.overdue', 'task.escalate', 'task.unanswered'],
  ['digest'],
] as const;

export type DueKind = (typeof DUE_STAGES)[number][number];

/** Unique per (kind, object, instant): registering it twice changes nothing. */
export interface DueWork {
  readonly kind: DueKind;
  readonly processId: ProcessId;
  /** The id of the task, round, vote or process. */
  readonly objectId: number;
  readonly at: Date;
}

export interface DueItem extends DueWork {
  readonly id: number;
  /** How often it has failed so far. */
  readonly failures: number;
}

/** A reminder older than this is not sent late; what it was about stands in the next digest. In milliseconds: 72 h. */
export const CATCH_UP_WINDOW_MS = 72 * 3_600_000;

const FIRST_RETRY_MS = 5 * 60_000;
const LONGEST_RETRY_MS = 3_600_000;

/** How long an item waits after it has failed `failures` times: 5 minutes, then twice as long each time, an hour at most. */
export function retryAfterMs(failures: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
}

/** After failing so often, for a quarter of an hour, it is no passing trouble: the coordination is told, once. */
export const REPORTED_AFTER = 3;
