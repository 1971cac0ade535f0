/** What is said of a platform that is configured in part. */
import { ConfigError } from '../../config/configError.ts';

/** `when` completes the sentence "it is needed when …". */
export function missing(key: string, when: string): ConfigError {
  return new ConfigError([`${key}: is needed when ${when}.`]);
}

/** The first setting of the section that is set, by its whole name: without what turns the platform on it would do nothing. */
export function firstSet(section: string, settings: Readonly<Record<string, string | undefined>>): string | null {
  const [name] = Object.entries(settings).find(([, value]) => value !== undefined) ?? [];
  return name === undefined ? null : `${section}.${name}`;
}
