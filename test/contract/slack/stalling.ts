/** A store that can be made slow, as a database is under a backup or a full disk. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../../src/ports/store.ts';

export function createStall() {
  let ms = 0;
  return {
    /** Every transaction begins so much later, until told otherwise. */
    by(milliseconds: number): void {
      ms = milliseconds;
    },
    store: (store: Store): Store => ({
      ...store,
      async transaction(work) {
        if (ms > 0) await sleep(ms);
        return store.transaction(work);
      },
    }),
  };
}
