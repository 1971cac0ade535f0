/** The fingerprint of a text put to the vote, kept with every ballot. */
import { createHash } from 'node:crypto';

/**
 * SHA-256 as 64 hexadecimal digits over title, line feed, text, all in Unicode normal form C: a text typed on another
 * keyboard is the same text, any other difference is not.
 */
export function textHash(title: string, text: string): string {
  return createHash('sha256').update(`${title}\n${text}`.normalize('NFC'), 'utf8').digest('hex');
}
