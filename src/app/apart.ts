/** Does many things together although some of them cannot be done. */

/** A fault that costs more tries than this is looked for further another time: meanwhile others wait for the process. */
const MOST_PROBES = 100;

export interface Outcome<T> {
  /** Those that fail, also alone, and why. */
  readonly failed: readonly { readonly item: T; readonly error: unknown }[];
  /** Those of which it is not known yet. */
  readonly untried: readonly T[];
}

type Fault = { readonly error: unknown } | null;

/**
 * Does all items at once. Where that fails, those at which it fails are found by halving, and all others are still done at
 * once. In parts only where nothing fails alone.
 * @param run does items together, and where `keep` is false undoes them again; a fault leaves nothing behind
 */
export async function doApart<T>(
  items: readonly T[],
  run: (items: readonly T[], keep: boolean) => Promise<Fault>,
): Promise<Outcome<T>> {
  const failed: { item: T; error: unknown }[] = [];
  const untried: T[] = [];
  const sound: T[] = [];
  let probes = 0;

  async function keep(part: readonly T[]): Promise<void> {
    const fault = part.length > 0 ? await run(part, true) : null;
    if (!fault) return;
    if (part.length === 1) failed.push(...part.map((item) => ({ item, ...fault })));
    else for (const half of halvesOf(part)) await keep(half);
  }

  async function search(part: readonly T[]): Promise<void> {
    for (const half of halvesOf(part)) {
      if (probes === MOST_PROBES) {
        untried.push(...half);
        continue;
      }
      probes += 1;
      const fault = await run(half, false);
      if (!fault) sound.push(...half);
      else if (half.length === 1) failed.push(...half.map((item) => ({ item, ...fault })));
      else await search(half);
    }
  }

  const fault = await run(items, true);
  if (fault && items.length === 1) failed.push(...items.map((item) => ({ item, ...fault })));
  else if (fault) {
    await search(items);
    await keep(sound);
  }
  return { failed, untried };
}

function halvesOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}
