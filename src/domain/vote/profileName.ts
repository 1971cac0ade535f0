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

/** The rule of a process that has not chosen one. */
export const DEFAULT_PROFILE: ProfileName = 'beirat';
