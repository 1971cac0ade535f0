/** How many ballots a vote needs to be valid at all. */
import type { Quorum, Rule } from './rule.ts';
import type { Tally } from './tally.ts';

/** `needed` and `present` are ballots, `base` the seats they are measured against. */
export interface QuorumCheck {
  readonly met: boolean;
  readonly needed: number;
  readonly present: number;
  readonly base: number;
}

/** Ballots needed of so many seats. At least one: an empty roll is never quorate. */
export function quorumNeeded(kind: Quorum['kind'], base: number): number {
  switch (kind) {
    case 'moreThanHalf':
      return Math.floor(base / 2) + 1;
    case 'half':
      return Math.max(1, Math.ceil(base / 2));
    case 'none':
      return 0;
    default:
      return kind satisfies never;
  }
}

/** The seats a rule's quorum is measured against. */
export function quorumBase(rule: Rule, roll: number, recused: number): number {
  return rule.quorum.base === 'roll' ? roll : roll - recused;
}

/**
 * Whether enough took part. Abstentions are present, recused seats never are; seats that consent by silence count as
 * present where the rule says so.
 */
export function quorumOf(tally: Tally, rule: Rule): QuorumCheck {
  const base = quorumBase(rule, tally.roll, tally.recused);
  const needed = quorumNeeded(rule.quorum.kind, base);
  const present = tally.cast + (rule.silence === 'consents' ? tally.notVoted : 0);
  return { met: present >= needed, needed, present, base };
}
