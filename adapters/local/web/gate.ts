/** Lets many work with the application, and one at a time replace it while nobody does. */

export interface Gate {
  /** Waits while the application is being replaced. */
  use<T>(work: () => Promise<T>): Promise<T>;
  /** Waits for everybody at work, then keeps the others waiting. */
  replace<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  const atWork = new Set<Promise<unknown>>();
  let closed: Promise<unknown> | null = null;

  return {
    async use(work) {
      while (closed) await closed;
      const running = work();
      const done = running.catch(() => undefined).finally(() => atWork.delete(done));
      atWork.add(done);
      return running;
    },
    async replace(work) {
      while (closed) await closed;
      const replacing = Promise.all(atWork).then(work);
      closed = replacing
        .catch(() => undefined)
        .finally(() => {
          closed = null;
        });
      return replacing;
    },
  };
}
