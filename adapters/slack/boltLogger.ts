/** Bolt's log lines as the product's: warnings and errors only, without tokens or one-time addresses. */
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../src/ports/log.ts';

const SECRETS = /\b(?:xox[a-z]?|xapp|xoxe)[-.][\w.-]+|https:\/\/hooks\.slack\.com\/\S+/g;

/** A text without what gives access. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(SECRETS, '[hidden]');
}

export function createBoltLogger(log: Log): Logger {
  const line = (parts: readonly unknown[]) =>
    withoutSecrets(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' '));
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn('slack', { message: line(parts) }),
    error: (...parts) => log.warn('slack error', { message: line(parts) }),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
