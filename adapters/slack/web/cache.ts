/** A cache of limited size: what was not asked for longest goes first. */

export function createCache<T>(limit: number) {
  const kept = new Map<string, T>();
  return {
    get(key: string): T | undefined {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key: string, value: T): void {
      kept.delete(key);
      kept.set(key, value);
      if (kept.size <= limit) return;
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    },
    values: (): readonly T[] => [...kept.values()],
    delete: (key: string) => kept.delete(key),
  };
}
