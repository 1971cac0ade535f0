/** Repeats what failed, waiting twice as long each time. */

const FIRST_WAIT_MS = 50;
const MOST_WAITS = 5;

/**
 * Runs work again until it succeeds, one and a half seconds long; then its last error comes through. All that is run by one
 * such patience shares its waits: what is away for one is away for all.
 */
export function createPatience(): <T>(work: () => Promise<T>) => Promise<T> {
  let waits = 0;
  return async (work) => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (waits === MOST_WAITS) throw error;
        const waitMs = FIRST_WAIT_MS * 2 ** waits;
        waits += 1;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  };
}
