/** The word somebody may have meant. */
import { editDistance } from './editDistance.ts';
import { fold } from './words.ts';

/** The closest of `words`, as it is written there, if no more than a third of the letters differ; else null. */
export function nearest(word: string, words: readonly string[]): string | null {
  const typed = fold(word);
  let best: { readonly candidate: string; readonly off: number } | null = null;
  for (const candidate of words) {
    const folded = fold(candidate);
    const most = Math.max(1, Math.floor(Math.max(typed.length, folded.length) / 3));
    if (Math.abs(typed.length - folded.length) > most) continue;
    const off = editDistance(typed, folded);
    if (off <= most && off < (best?.off ?? Infinity)) best = { candidate, off };
  }
  return best?.candidate ?? null;
}
