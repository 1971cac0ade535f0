/** The one source of time. Nothing else in the product asks the system what time it is. */
export interface Clock {
  now(): Date;
}

/** A clock that can be moved forward: in tests, in the shell, and on the local page. */
export interface MovableClock extends Clock {
  /** @throws RangeError when `at` lies before now */
  moveTo(at: Date): void;
}
