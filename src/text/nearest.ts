/** The word somebody may have meant. */
import { fold } from './words.ts';

/** Edit distance after Levenshtein (1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The closest of `words`, as it is written there, if no more than a third of the letters differ; else null. */
export function nearest(word: string, words: readonly string[]): string | null {
  const typed = fold(word);
  const ranked = words
    .map((candidate) => ({ candidate, off: distance(typed, fold(candidate)) }))
    .sort((a, b) => a.off - b.off)[0];
  if (!ranked) return null;
  return ranked.off <= Math.max(1, Math.floor(Math.max(word.length, ranked.candidate.length) / 3))
    ? ranked.candidate
    : null;
}
