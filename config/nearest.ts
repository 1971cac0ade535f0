/** Finds the word that somebody probably meant. */

/** How many letters must be changed, added, taken away or swapped with their neighbour (Damerau, restricted). */
function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

/** The closest of the known words, or undefined when none is within a third of the length of what was written. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const plain = written.toLowerCase().replaceAll(/[-_]/g, '');
  let best: { word: string; steps: number } | undefined;
  for (const word of known) {
    const steps = distance(plain, word.toLowerCase().replaceAll('_', ''));
    if (steps <= Math.max(1, plain.length / 3) && (best === undefined || steps < best.steps)) best = { word, steps };
  }
  return best?.word;
}
