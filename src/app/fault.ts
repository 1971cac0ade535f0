/** What a person is told when something went wrong inside: a reference that also stands in the log, never a stack. */

import { randomBytes } from 'node:crypto';
import { refusalCard } from '../cards/refusal.ts';
import { failure } from '../domain/failure.ts';
import type { Answer } from '../ports/inbound.ts';
import type { Log } from '../ports/log.ts';
import { StoreUnavailable } from '../ports/store.ts';
import { phrases } from '../text/phrases.ts';

/** Short enough to be read out on the telephone. */
export function newReference(): string {
  return randomBytes(3).toString('hex').toUpperCase();
}

/** What was lost with its connection may have been done all the same; whatever else fails has changed nothing. */
export function answerFault(error: unknown, log: Log, locale: string): Answer {
  const reference = newReference();
  log.error('a command failed', error, { reference });
  const refused = failure(error instanceof StoreUnavailable ? 'store.unavailable' : 'fault', { reference });
  return { card: refusalCard(phrases(locale), refused, null, null), refused: { code: 'fault', field: null } };
}
