/** Names in quotes, as they are typed in commands. */
import { fold } from './words.ts';

const QUOTES = /["„“”»«]/g;

/** The name as one quoted piece. Quotes within it are left out, as {@link isSameName} does. */
export function quoted(name: string): string {
  return `"${name.replaceAll(QUOTES, '')}"`;
}

/** Whether two names are told apart by nothing but case, umlauts, quotes and spaces. */
export function isSameName(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(name: string): string {
  return fold(name.replaceAll(QUOTES, '')).replaceAll(/\s+/g, ' ').trim();
}
