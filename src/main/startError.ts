/** Why the product did not start: one clear sentence, and an exit status that is not zero. */
import { ConfigError } from '../../config/configError.ts';
import { Refusal } from '../domain/failure.ts';
import { spoken } from '../text/catalogue.ts';
import { refusalMessage } from '../text/messages.ts';
import { STATUS } from './examination.ts';
import { UsageError } from './usageError.ts';

/** Operators read English. */
const LOCALE = 'en';

export function explain(error: unknown): number {
  process.stderr.write(`mitwirk: ${reasonOf(error)}\n`);
  return error instanceof UsageError ? STATUS.usage : STATUS.finding;
}

/** One sentence for what was foreseen, with what the machine said; the stack for what was not. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refusal) {
    const sentence = spoken(LOCALE, refusalMessage(error.failure));
    const said = wordsOf(error.cause);
    return said === '' ? sentence : `${sentence} (${said})`;
  }
  if (error instanceof ConfigError || error instanceof UsageError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Several addresses tried in vain come as one error without words of its own. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  return cause.message || ('code' in cause ? String(cause.code) : '');
}
