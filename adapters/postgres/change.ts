/** A change of some fields of a row. */

/** True when nothing is to change, which SQL has no statement for. */
export function isEmpty(change: object): boolean {
  return Object.values(change).every((value) => value === undefined);
}
