/** A clock that is not believed: closing and reminding wait for it, process by process. */

import type { ProcessId } from '../ids.ts';
import { type Against, type Discord, isApart } from './clockTrust.ts';

export interface ClockDoubt {
  readonly id: number;
  readonly against: Against;
  /** What the clock showed, and what it should have shown, when it was noticed. */
  readonly shown: Date;
  readonly expected: Date;
  /** Processes whose coordinators have been told and wait for an end of it. */
  readonly told: readonly ProcessId[];
  /** Processes whose coordination has confirmed what the clock showed. */
  readonly confirmed: readonly ProcessId[];
  /** When somebody last found it still true, by the database's clock. */
  readonly lookedAt: Date;
}

/** The clocks agree again; every process has confirmed; or the clock is wrong in another way now, which is another doubt. */
export const ENDINGS = ['agreed', 'confirmed', 'jumpedAgain'] as const;

export type Ending = (typeof ENDINGS)[number];

export type NewDoubt = Pick<ClockDoubt, 'against' | 'shown' | 'expected' | 'lookedAt'>;

/** How far ahead the clock is of what it should show, in milliseconds; behind it: negative. */
export function aheadBy({ shown, expected }: Pick<ClockDoubt, 'shown' | 'expected'>): number {
  return shown.getTime() - expected.getTime();
}

/** Whether a look finds what the doubt says: the clock is as wrong as it was, not wrong in another way. */
export function isSameDoubt(doubt: ClockDoubt, wall: number, { against, expected }: Discord): boolean {
  return doubt.against === against && !isApart(wall - expected, aheadBy(doubt));
}

const LOOKED_AT_LEAST_EVERY_MS = 15 * 60_000;

/** Whether nobody looks after it any more: the process that doubted has ended. */
export function isForsaken({ lookedAt }: ClockDoubt, databaseNow: Date): boolean {
  return Math.abs(databaseNow.getTime() - lookedAt.getTime()) > LOOKED_AT_LEAST_EVERY_MS;
}
