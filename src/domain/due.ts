/** Due work: what has to happen at an instant. The row is the fact; the queue only wakes. */
import type { ProcessId } from './ids.ts';

export const DUE_KINDS = [
  'task.week',
  'task.twoDays',
  'task.due',
  'task.overdue',
  'task.escalate',
  'task.unanswered',
  'round.halfTime',
  'round.lastCall',
  'round.close',
  'vote.halfTime',
  'vote.lastCall',
  'vote.close',
  'digest',
] as const;

export type DueKind = (typeof DUE_KINDS)[number];

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
}

/** A reminder older than this is not sent late; what it was about stands in the next digest. In milliseconds: 72 h. */
export const CATCH_UP_WINDOW_MS = 72 * 3_600_000;
