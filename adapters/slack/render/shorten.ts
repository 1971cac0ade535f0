/** Cuts text between what readers see as letters; what was cut off shows as «…». */

import { head } from '../../kit/letters.ts';

/** At most `max` UTF-16 units. Never for ids, commands or addresses. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${head(text, max - 1).trimEnd()}…`;
}

/** The whole text in pieces of at most `max` units, cut after a space or line break where there is one. */
export function inPieces(text: string, max: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const longest = head(rest, max) || rest.slice(0, max);
    const space = Math.max(longest.lastIndexOf(' '), longest.lastIndexOf('\n')) + 1;
    const piece = space > max / 2 ? longest.slice(0, space) : longest;
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}
