/** Reports an outage of the queue once, not at every attempt to reach it. */
import type { Log } from '../../src/ports/log.ts';

export interface Outage {
  /** Something failed; said in the log the first time in this outage. */
  failed(error: unknown, fields?: Readonly<Record<string, unknown>>): void;
  /** A job went through: whatever fails from here on is new. */
  over(): void;
}

export function watchOutage(log: Log): Outage {
  const told = new Set<string>();
  return {
    failed(error, fields) {
      const message = String(error);
      if (!told.has(message)) log.error('queue.away', error, fields);
      told.add(message);
    },
    over() {
      if (told.size > 0) log.info('queue.back');
      told.clear();
    },
  };
}
