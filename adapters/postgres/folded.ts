/** Names as they are compared: upper and lower case, and the two ways to write an umlaut, being the same. */

/** Folded here and not in the database, whose idea of lower case depends on how it was created. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
