/** The named voting rules a chair can choose from, in place of freely set numbers nobody can judge. */
import type { ProfileName } from './profileName.ts';
import type { Rule } from './rule.ts';

export type { ProfileName } from './profileName.ts';
export type { Rule } from './rule.ts';

/** As advisory boards usually rule for themselves: abstentions are valid but do not count for the majority. */
const beirat: Rule = {
  profile: 'beirat',
  choices: ['yes', 'no', 'abstain'],
  quorum: { kind: 'moreThanHalf', base: 'rollMinusRecused' },
  majority: { kind: 'simple' },
  tie: 'rejected',
  silence: 'notVoted',
  advisory: false,
  secret: false,
  call: 'first',
};

export const PROFILES: Readonly<Record<ProfileName, Rule>> = {
  beirat,
  /** As a Bavarian council: no abstention (Art. 48(1) BayGO), quorum of all members (Art. 47(2)), a tie rejects (Art. 51(1)). */
  'go-rat': {
    ...beirat,
    profile: 'go-rat',
    choices: ['yes', 'no'],
    quorum: { kind: 'moreThanHalf', base: 'roll' },
  },
  /** As § 91 VwVfG: in a tie the chair's vote decides if the chair may vote, otherwise the tie rejects. */
  'vorsitz-entscheidet': { ...beirat, profile: 'vorsitz-entscheidet', tie: 'chairDecides' },
  'zwei-drittel': {
    ...beirat,
    profile: 'zwei-drittel',
    majority: { kind: 'fraction', compare: 'atLeast', numerator: 2, denominator: 3, base: 'yesNo' },
  },
  /** For guidelines and drafts: an objection with its reason sends the item back to the working group. */
  konsent: {
    ...beirat,
    profile: 'konsent',
    choices: ['yes', 'concern', 'objection'],
    majority: { kind: 'consent' },
  },
  /** A straw poll: counted, shown, and binding nobody. */
  meinungsbild: {
    ...beirat,
    profile: 'meinungsbild',
    quorum: { kind: 'none', base: 'rollMinusRecused' },
    advisory: true,
  },
};
