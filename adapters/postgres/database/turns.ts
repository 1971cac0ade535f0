/** Gives out turns on the one embedded engine, first come first served, so that transactions cannot interleave. */

/** A turn that has been given. Giving it back twice is harmless. */
export interface Turn {
  end(): void;
}

/** Somebody held the engine for longer than a waiter was willing to wait. */
export class TurnTimeout extends Error {
  override readonly name = 'TurnTimeout';
}

interface Waiter {
  readonly give: (turn: Turn) => void;
}

export class Turns {
  readonly #waiting: Waiter[] = [];
  #taken = false;

  /**
   * Takes the engine, in the order of asking; whoever frees it hands it straight to the next in line, so there is no
   * moment in which two could believe it theirs.
   * @param patienceMs how long to wait. The limit turns a transaction that waits for a statement outside itself, which
   *   would otherwise wait for ever, into an error that says so.
   * @throws TurnTimeout
   */
  take(patienceMs: number): Promise<Turn> {
    if (!this.#taken) {
      this.#taken = true;
      return Promise.resolve(this.#turn());
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        give: (turn) => {
          clearTimeout(timer);
          resolve(turn);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(new TurnTimeout());
      }, patienceMs);
      this.#waiting.push(waiter);
    });
  }

  #turn(): Turn {
    let ended = false;
    return {
      end: () => {
        if (ended) return;
        ended = true;
        const next = this.#waiting.shift();
        if (next) next.give(this.#turn());
        else this.#taken = false;
      },
    };
  }
}
