/** Reports an outage of the queue once, not at every attempt to reach it. */
import type { Log } from '../../src/ports/log.ts';

export interface Outage {
  readonly lasts: boolean;
  /** Something failed; said in the log when an outage begins. */
  failed(error: unknown, fields?: Readonly<Record<string, unknown>>): void;
  /** The queue has answered: whatever fails from here on is new. */
  over(): void;
}

/** @param meanwhile what happens until it is over, for whoever reads the log */
export function watchOutage(log: Log, meanwhile: string): Outage {
  let lasts = false;
  return {
    get lasts() {
      return lasts;
    },
    failed(error, fields) {
      if (!lasts) log.error('queue.away', error, { meanwhile, ...fields });
      lasts = true;
    },
    over() {
      if (lasts) log.info('queue.back');
      lasts = false;
    },
  };
}
