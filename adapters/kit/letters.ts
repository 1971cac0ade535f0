/** Cuts text between what readers see as letters: an emoji with its tone of skin is one. */

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The longest beginning of at most `max` UTF-16 units that cuts no letter in two. */
export function head(text: string, max: number): string {
  let end = 0;
  for (const { index, segment } of letters.segment(text.slice(0, max + 50))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Two parts with as many letters, or one more in the first; the text alone where it has fewer than two. */
export function halves(text: string): readonly string[] {
  const all = [...letters.segment(text)].map(({ segment }) => segment);
  if (all.length < 2) return [text];
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle).join(''), all.slice(middle).join('')];
}
