/** The clocks of the product: the only place that asks the system what time it is. */
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { MachineReading, MovableClock } from '../ports/clock.ts';

/** Runs with the system's clock, ahead of it or behind it by a number of milliseconds. */
export interface RunningClock extends MovableClock {
  aheadMs(): number;
  reading(): MachineReading;
  setAhead(milliseconds: number): void;
  /** Calls back with the new distance after every move. */
  onMove(moved: (aheadMs: number) => void): void;
}

export function createRunningClock(): RunningClock {
  let ahead = 0;
  let moved = (_aheadMs: number) => {};
  // biome-ignore lint/plugin: this is where the product's time comes from
  const wall = () => Date.now();
  const now = () => new Date(wall() + ahead);
  const boot = bootName();
  return {
    now,
    reading: () => ({ wall: wall(), ahead, monotonic: performance.now(), uptime: uptime() * 1000, boot }),
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

/** Linux names each start of the machine: https://docs.kernel.org/admin-guide/sysctl/kernel.html#random */
function bootName(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
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
