/** Why the product did not start: one clear sentence, and an exit status that is not zero. */
import { ConfigError } from '../../config/configError.ts';
import { Refusal } from '../domain/failure.ts';
import { translate } from '../text/catalogue.ts';
import { UsageError } from './usageError.ts';

/** Operators read English. */
const LOCALE = 'en';

export function explain(error: unknown): number {
  process.stderr.write(`mitwirk: ${sentenceFor(error)}\n`);
  return error instanceof UsageError ? 2 : 1;
}

function sentenceFor(error: unknown): string {
  if (error instanceof Refusal) return translate(LOCALE, `failure.${error.failure.code}`, error.failure.params);
  if (error instanceof ConfigError || error instanceof UsageError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
