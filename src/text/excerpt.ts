/** The beginning of a longer text in one line, cut between what readers see as letters. */

/** At most `length` letters; line breaks become spaces, a cut shows as «…». */
export function excerpt(words: string, length: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const letters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  return letters.length <= length
    ? line
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
