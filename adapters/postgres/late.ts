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

/** Rows that wait to be written. */
export class WaitingRows<Row> {
  #rows: readonly Row[] = [];

  get all(): readonly Row[] {
    return this.#rows;
  }

  add(rows: readonly Row[]): void {
    this.#rows = [...this.#rows, ...rows];
  }

  /** These wait, and no others. */
  replace(rows: readonly Row[]): void {
    this.#rows = rows;
  }

  /** Gives them out; then none waits. */
  take(): readonly Row[] {
    const taken = this.#rows;
    this.#rows = [];
    return taken;
  }

  mark(): () => void {
    const before = this.#rows;
    return () => {
      this.#rows = before;
    };
  }
}

/** All of them, in the order in which they are sent. */
export function allOf(all: readonly LateWrites[]): LateWrites {
  return {
    async flush() {
      await Promise.all(all.map((late) => late.flush()));
    },
    mark: () => marked(all),
  };
}

/** One way back for all of them. */
export function marked(all: readonly Pick<LateWrites, 'mark'>[]): () => void {
  const ways = all.map((one) => one.mark());
  return () => {
    for (const back of ways) back();
  };
}
