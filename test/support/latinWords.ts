/** Finds what is left of other languages in a text that has no Latin letters of its own. */

/** Names of the product, and signs that are no words: short ids, regions, what stands for a hash. */
const NO_WORDS = /\bmitwirk\b|\b[A-Z]-\d+(\.\d+)?\b|\(hash\)/giu;

/** Each word in Latin letters that nobody typed. */
export function latinWords(shown: readonly string[], typed: readonly string[]): readonly string[] {
  const allowed = new Set(typed.flatMap(wordsIn));
  const left = shown.flatMap((text) => wordsIn(text.replaceAll(NO_WORDS, ' ')).filter((word) => !allowed.has(word)));
  return [...new Set(left)];
}

function wordsIn(text: string): readonly string[] {
  return text.match(/\p{Script=Latin}+/gu) ?? [];
}
