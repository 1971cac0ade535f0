/** What a person is told when something went wrong inside: a reference that also stands in the log, never a stack. */
import { randomBytes } from 'node:crypto';
import { refusalCard } from '../cards/refusal.ts';
import type { Answer } from '../ports/inbound.ts';
import type { Log } from '../ports/log.ts';
import { phrases } from '../text/phrases.ts';

export function answerFault(error: unknown, log: Log, locale: string): Answer {
  const reference = randomBytes(3).toString('hex').toUpperCase();
  log.error('a command failed', error, { reference });
  const failure = { code: 'fault', params: { reference } };
  return { card: refusalCard(phrases(locale), failure, null, null), refused: { code: 'fault', field: null } };
}
