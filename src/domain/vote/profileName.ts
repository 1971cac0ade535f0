/** The names of the voting rules to choose from, as they are typed. */

export const PROFILE_NAMES = [
  'beirat',
  'go-rat',
  'vorsitz-entscheidet',
  'zwei-drittel',
  'konsent',
  'meinungsbild',
] as const;

export type ProfileName = (typeof PROFILE_NAMES)[number];

export const DEFAULT_PROFILE: ProfileName = 'beirat';

/** Whether a word, for instance typed by a chair, names a profile. */
export function isProfileName(word: string): word is ProfileName {
  return PROFILE_NAMES.some((name) => name === word);
}
