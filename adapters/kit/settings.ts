/** A platform that is configured in part: it would stay silent, or the bot would start for ever. */

/** A setting is missing that another one needs. */
export class SettingMissing extends Error {
  /** `when` completes the sentence "it is needed when …". */
  constructor(key: string, when: string) {
    super(`${key}: is needed when ${when}.`);
    this.name = 'SettingMissing';
  }
}

/** The first setting of the section that is set, by its whole name: without what turns the platform on it would do nothing. */
export function firstSet(section: string, settings: Readonly<Record<string, string | undefined>>): string | null {
  const [name] = Object.entries(settings).find(([, value]) => value !== undefined) ?? [];
  return name === undefined ? null : `${section}.${name}`;
}
