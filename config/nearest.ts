/** Finds the key that somebody probably meant. */
import { editDistance } from '../src/text/editDistance.ts';

/** The closest of the known words, or undefined when none is within a third of the length of what was written. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const plain = written.toLowerCase().replaceAll(/[-_]/g, '');
  let best: { word: string; steps: number } | undefined;
  for (const word of known) {
    const steps = editDistance(plain, word.toLowerCase().replaceAll('_', ''));
    if (steps <= Math.max(1, plain.length / 3) && (best === undefined || steps < best.steps)) best = { word, steps };
  }
  return best?.word;
}
