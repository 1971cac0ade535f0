/** The short ids people see and type: A-12, E-4, B-3, R-2, R-2.7. The letters are those of the German words. */

export const SHORT_ID_LETTERS = { task: 'A', result: 'E', vote: 'B', round: 'R' } as const;

export type ShortIdKind = keyof typeof SHORT_ID_LETTERS;

/** `part` is the contribution's number within its round, null otherwise. */
export interface ShortId {
  readonly kind: ShortIdKind;
  readonly number: number;
  readonly part: number | null;
}

/** Writes `A-12`, or `R-2.7` with a part. */
export function shortId(kind: ShortIdKind, number: number, part: number | null = null): string {
  const base = `${SHORT_ID_LETTERS[kind]}-${number}`;
  return part === null ? base : `${base}.${part}`;
}

const PATTERN = /^([AEBR])[-‐‑–]?(\d{1,9})(?:\.(\d{1,9}))?$/i;

/** Reads a short id in any case, with any hyphen or none; null when the word is not one. Only rounds have parts. */
export function parseShortId(word: string): ShortId | null {
  const match = PATTERN.exec(word.trim());
  if (!match) return null;
  const [, letter = '', digits = '', partDigits] = match;
  const kinds = Object.keys(SHORT_ID_LETTERS) as ShortIdKind[];
  const kind = kinds.find((k) => SHORT_ID_LETTERS[k] === letter.toUpperCase());
  if (!kind || (partDigits !== undefined && kind !== 'round')) return null;
  return { kind, number: Number(digits), part: partDigits === undefined ? null : Number(partDigits) };
}

/** A round as people see it: `R-2`. */
export function roundId(round: { readonly number: number }): string {
  return shortId('round', round.number);
}

/** A contribution as people see it: `R-2.7`. */
export function contributionId(round: { readonly number: number }, contribution: { readonly number: number }): string {
  return shortId('round', round.number, contribution.number);
}

/** A work result as people see it: `E-4`. */
export function resultId(result: { readonly number: number }): string {
  return shortId('result', result.number);
}
