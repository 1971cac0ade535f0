/** The verdict on a counted vote, with everything needed to say it in a sentence. */
import type { Choice } from './choice.ts';
import { type MajorityCheck, majorityOf } from './majority.ts';
import { type QuorumCheck, quorumOf } from './quorum.ts';
import type { Rule } from './rule.ts';
import type { Tally } from './tally.ts';

/**
 * `notQuorate` is not a rejection: the vote can be extended or called a second time. `objected` sends the item of a
 * consent round back to the working group. `noResolution` is all an advisory vote can end in.
 */
export type Result = 'adopted' | 'rejected' | 'notQuorate' | 'objected' | 'noResolution';

export interface Outcome {
  readonly result: Result;
  readonly quorum: QuorumCheck;
  readonly majority: MajorityCheck;
  /** As many Yes as No, at least one each, where that is a case of its own. */
  readonly tie: boolean;
  /** The chair's ballot, if it broke the tie; to be recorded as an act of its own. */
  readonly castingVote: 'yes' | 'no' | null;
}

/**
 * Judges a tally by its frozen rule. `chair` is the chair's own counting ballot ({@link chairBallot}); without it a tie
 * rejects, as § 91 VwVfG says of a chair who may not vote.
 */
export function outcomeOf(tally: Tally, rule: Rule, chair?: { readonly choice: Choice }): Outcome {
  const quorum = quorumOf(tally, rule);
  const tie = rule.majority.kind === 'simple' && tally.yes === tally.no && tally.yes > 0;
  const castingVote = quorum.met && tie ? castingVoteOf(rule, chair) : null;
  const majority = castingVote === 'yes' ? { needed: tally.yes, missing: 0 } : majorityOf(tally, rule);
  const result = resultOf(tally, rule, quorum.met, majority.missing === 0);
  return { result, quorum, majority, tie, castingVote };
}

function castingVoteOf(rule: Rule, chair?: { readonly choice: Choice }): 'yes' | 'no' | null {
  if (rule.advisory || rule.tie !== 'chairDecides') return null;
  return chair?.choice === 'yes' || chair?.choice === 'no' ? chair.choice : null;
}

function resultOf(tally: Tally, rule: Rule, quorate: boolean, enough: boolean): Result {
  if (rule.advisory) return 'noResolution';
  if (!quorate) return 'notQuorate';
  if (rule.majority.kind === 'consent' && tally.objection > 0) return 'objected';
  return enough ? 'adopted' : 'rejected';
}
