/** Transaction ids: the homeserver answers a repeated one with the event of the first, so sending again is harmless. */
import { createHash } from 'node:crypto';

/** The same words give the same id: https://spec.matrix.org/v1.16/client-server-api/#transaction-identifiers */
export function transactionId(...words: readonly (string | number)[]): string {
  return createHash('sha256').update(words.join('\n')).digest('base64url').slice(0, 32);
}
