/** A machine whose clock can be set wrong while its counters go on, and a database whose clock is the machine's or another. */
import type { ClockReading } from '../../src/domain/time/clockTrust.ts';
import type { MachineReading, MovableClock } from '../../src/ports/clock.ts';
import type { Store } from '../../src/ports/store.ts';
import { withParts } from './apps.ts';

export interface Machine {
  /** A process on it: its clock runs with the machine's, and can be moved ahead of it. */
  start(): RunningOn;
  /** Time passes. */
  pass(milliseconds: number): void;
  /** Time passes that the machine sleeps through. */
  sleep(milliseconds: number): void;
  /** Time passes while it is off; its clock goes on meanwhile, from where it was set. */
  restart(milliseconds: number): void;
  /** Somebody sets its clock. */
  jump(milliseconds: number): void;
  /** What its clock shows. */
  wall(): Date;
  /** What time it really is. */
  truth(): Date;
}

export interface RunningOn extends MovableClock {
  reading(): MachineReading;
}

export function createMachine(start: Date): Machine {
  let truth = start.getTime();
  let wrong = 0;
  let monotonic = 1_000;
  let uptime = 1_000;
  let boots = 1;

  function begin(): RunningOn {
    let ahead = 0;
    const now = () => new Date(truth + wrong + ahead);
    const reading = (): ClockReading => ({ wall: truth + wrong, monotonic, uptime, boot: `boot ${boots}` });
    return {
      now,
      reading: () => ({ ...reading(), ahead }),
      moveTo(at) {
        ahead += at.getTime() - now().getTime();
      },
    };
  }

  return {
    start: begin,
    pass(milliseconds) {
      truth += milliseconds;
      monotonic += milliseconds;
      uptime += milliseconds;
    },
    sleep(milliseconds) {
      truth += milliseconds;
      uptime += milliseconds;
    },
    restart(milliseconds) {
      truth += milliseconds;
      uptime = 1_000;
      boots += 1;
    },
    jump(milliseconds) {
      wrong += milliseconds;
    },
    wall: () => new Date(truth + wrong),
    truth: () => new Date(truth),
  };
}

/** The store as if its database's clock showed this; `here`: it is the clock of the machine that asks. */
export function withDatabaseClock(store: Store, now: () => Date, here: boolean): Store {
  return withParts(store, (tx) => ({
    clocks: { ...tx.clocks, now: async () => now(), read: async () => ({ now: now(), here, boot: null }) },
  }));
}
