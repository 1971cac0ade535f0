/** The one source of time. Nothing else in the product asks the system what time it is. */
import type { ClockReading } from '../domain/time/clockTrust.ts';

export interface Clock {
  now(): Date;
  /**
   * What the machine shows at this moment. Only a clock that runs with the machine has it, and only such a clock can be
   * wrong: one that stands shows what somebody chose.
   */
  readonly reading?: () => MachineReading;
}

export interface MachineReading extends ClockReading {
  /** How far somebody has moved the clock ahead of the machine's, in milliseconds. */
  readonly ahead: number;
}

/** A clock that can be moved forward: in tests, in the shell, and on the local page. */
export interface MovableClock extends Clock {
  /** @throws RangeError when `at` lies before now */
  moveTo(at: Date): void;
}
