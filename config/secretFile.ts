/** Reads secrets out of files, as container engines hand them over: `NAME_FILE` holds the path instead of the secret. */
import { readFileSync } from 'node:fs';
import { ConfigError } from './configError.ts';
import type { Key } from './keys.ts';
import { whyUnreadable } from './unreadable.ts';

/** The variable that names the file of a secret; null: the setting is none. */
export function fileVariableOf({ env, secret }: Key): string | null {
  return secret ? `${env}_FILE` : null;
}

/**
 * What the file says, without the line ends that editors put behind it.
 * @throws ConfigError that repeats neither content nor path: where a secret was written in place of the path, the path is secret
 */
export function readSecret(variable: string, path: string): string {
  const text = read(variable, path).replace(/[\r\n]+$/, '');
  if (text.trim() === '') throw new ConfigError([`${variable}: the file it names is empty.`]);
  return text;
}

function read(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError([`${variable}: the file it names cannot be read: ${whyUnreadable(error)}.`]);
  }
}
