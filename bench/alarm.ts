/** The log of a benchmark: a fault makes every figure worthless, so it ends the run. */
import type { Log } from '../src/ports/log.ts';

export interface Alarm {
  readonly log: Log;
  /** From now on faults no longer matter: connections are being cut. */
  off(): void;
}

export function createAlarm(): Alarm {
  let on = true;

  function raise(event: string, cause: unknown): void {
    if (!on) return;
    console.error(`Not measured, because something failed: ${event}`, cause);
    process.exit(1);
  }

  return {
    log: { info: () => {}, warn: raise, error: raise },
    off() {
      on = false;
    },
  };
}
