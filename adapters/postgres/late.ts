/**
 * What a transaction writes at its end: entries of the audit log, due work, messages, the answer to the event. Together they
 * are one statement a table, sent without waiting for one another; whoever refuses has nothing to take back.
 */

/** What one table is still to be told. */
export interface LateWrites {
  /** Sends it. Whoever reads the table asks for this first, and so sees what the transaction has done. */
  flush(): Promise<void>;
  /** Remembers what waits now. Gives the way back to that: what came after it is forgotten. */
  mark(): () => void;
}

/** All of them, in the order in which they are sent. */
export function together(all: readonly LateWrites[]): LateWrites {
  return {
    async flush() {
      await Promise.all(all.map((late) => late.flush()));
    },
    mark() {
      const ways = all.map((late) => late.mark());
      return () => {
        for (const back of ways) back();
      };
    },
  };
}
