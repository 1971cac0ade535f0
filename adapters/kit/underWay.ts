/** Work under way that somebody may want to see finished. */

export interface UnderWay {
  /** Counts it in until it ends, and gives it back. */
  add<Result>(work: Promise<Result>): Promise<Result>;
  /** Waits until nothing is under way, what is begun meanwhile included; however it ended. */
  settle(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const all = new Set<Promise<unknown>>();
  return {
    add(work) {
      const ended: Promise<unknown> = work.catch(() => undefined).finally(() => all.delete(ended));
      all.add(ended);
      return work;
    },
    async settle() {
      while (all.size > 0) await Promise.all(all);
    },
  };
}
