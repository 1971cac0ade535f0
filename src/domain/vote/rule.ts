/** The rule of a vote: plain data, frozen into the vote when it opens and never read from today's settings again. */
import type { Choice } from './choice.ts';
import type { ProfileName } from './profileName.ts';

/** Of whom a share is asked: of every seat, or only of those who may vote on this item. */
export type QuorumBase = 'roll' | 'rollMinusRecused';

/** How many must take part. `moreThanHalf` of 6 is 4, `half` of 6 is 3; both count ballots, abstentions included. */
export interface Quorum {
  readonly kind: 'moreThanHalf' | 'half' | 'none';
  readonly base: QuorumBase;
}

/**
 * What a share of Yes is measured against. The full roll is no choice here: it would turn a recusal into a No
 * (see NixOS/org#184).
 */
export type MajorityBase = 'yesNo' | 'cast' | 'rollMinusRecused';

/**
 * - `simple`: more Yes than No.
 * - `absolute`: more Yes than No and abstentions together.
 * - `fraction`: Yes is at least (or more than) numerator/denominator of the base; whole numbers, 0 < numerator < denominator.
 * - `consent`: nobody objects and at least one person speaks in favour.
 */
export type Majority =
  | { readonly kind: 'simple' }
  | { readonly kind: 'absolute' }
  | {
      readonly kind: 'fraction';
      readonly compare: 'atLeast' | 'moreThan';
      readonly numerator: number;
      readonly denominator: number;
      readonly base: MajorityBase;
    }
  | { readonly kind: 'consent' };

/** Everything needed to judge a vote, years later and without looking anything up. JSON-serialisable. */
export interface Rule {
  readonly profile: ProfileName;
  /** In the order of the buttons. Without `abstain` nobody can abstain. */
  readonly choices: readonly Choice[];
  readonly quorum: Quorum;
  readonly majority: Majority;
  /** What Yes = No means under a simple majority. The chair decides by the own ballot, see {@link chairBallot}. */
  readonly tie: 'rejected' | 'chairDecides';
  /** Whether a seat without a ballot counts as consenting (lazy consensus); only meaningful with `consent`. */
  readonly silence: 'notVoted' | 'consents';
  /** An advisory vote is counted like any other but never ends in a resolution. */
  readonly advisory: boolean;
  /** Names hidden in the chat. Known to whoever runs the server, so never called a secret ballot. */
  readonly secret: boolean;
  /** A second call on the same text needs no quorum and must say so in its invitation (Art. 47(3) BayGO). */
  readonly call: 'first' | 'second';
}

/** The same rule for a second call on the same text: whoever takes part decides. */
export function secondCall(rule: Rule): Rule {
  return { ...rule, quorum: { ...rule.quorum, kind: 'none' }, call: 'second' };
}

/**
 * Whether names can be kept out of the chat under this rule. Not where a reason has to be answered by the group or
 * where one person's ballot decides and is put on record.
 */
export function allowsSecrecy(rule: Rule): boolean {
  return rule.majority.kind !== 'consent' && rule.tie !== 'chairDecides';
}
