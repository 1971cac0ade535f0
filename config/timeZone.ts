/** Tells whether a word names a time zone. */

/** True for IANA names (`Europe/Berlin`), false for bare offsets, which know no summer time. */
export function isTimeZone(word: string): boolean {
  if (/^[+-]/.test(word)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: word });
    return true;
  } catch {
    return false;
  }
}
