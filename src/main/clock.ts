/** The clocks of the product: the only place that asks the system what time it is. */
import type { MovableClock } from '../ports/clock.ts';

/** Runs with the system's clock, ahead of it or behind it by a number of milliseconds. */
export interface RunningClock extends MovableClock {
  aheadMs(): number;
  setAhead(milliseconds: number): void;
  /** Calls back with the new distance after every move. */
  onMove(moved: (aheadMs: number) => void): void;
}

export function createRunningClock(): RunningClock {
  let ahead = 0;
  let moved = (_aheadMs: number) => {};
  // biome-ignore lint/plugin: this is where the product's time comes from
  const now = () => new Date(Date.now() + ahead);
  return {
    now,
    moveTo(at) {
      ahead += forward(now(), at);
      moved(ahead);
    },
    aheadMs: () => ahead,
    setAhead(milliseconds) {
      ahead = milliseconds;
    },
    onMove(callback) {
      moved = callback;
    },
  };
}

/** Stands still until it is moved. */
export function createStandingClock(start: Date): MovableClock {
  let at = start;
  return {
    now: () => at,
    moveTo(to) {
      forward(at, to);
      at = to;
    },
  };
}

/** Milliseconds from one instant to a later one. */
function forward(from: Date, to: Date): number {
  const by = to.getTime() - from.getTime();
  if (by < 0) throw new RangeError('A clock only moves forward');
  return by;
}
