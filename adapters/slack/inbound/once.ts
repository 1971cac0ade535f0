/** Lets each event through once per process; the store does the same for all processes together. */

const REMEMBERED = 10_000;

export interface Once {
  /** False when the key has come before. */
  begin(key: string): boolean;
  has(key: string): boolean;
  /** The key may come again: it had no effect. */
  forget(key: string): void;
}

export function createOnce(limit = REMEMBERED): Once {
  const seen = new Set<string>();
  return {
    begin(key) {
      if (seen.has(key)) return false;
      seen.add(key);
      if (seen.size > limit) {
        const [oldest] = seen;
        if (oldest !== undefined) seen.delete(oldest);
      }
      return true;
    },
    has: (key) => seen.has(key),
    forget: (key) => seen.delete(key),
  };
}
