/** Lets many work with the application, and one at a time replace it while nobody does. */
import { createUnderWay } from '../../kit/underWay.ts';

export interface Gate {
  /** Waits while the application is being replaced. */
  use<T>(work: () => Promise<T>): Promise<T>;
  /** Waits for everybody at work, then keeps the others waiting. */
  replace<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  const atWork = createUnderWay();
  let closed: Promise<unknown> | null = null;

  return {
    async use(work) {
      while (closed) await closed;
      return atWork.add(work());
    },
    async replace(work) {
      while (closed) await closed;
      const replacing = atWork.settle().then(work);
      closed = replacing
        .catch(() => undefined)
        .finally(() => {
          closed = null;
        });
      return replacing;
    },
  };
}
