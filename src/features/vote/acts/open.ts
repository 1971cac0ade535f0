/** Puts a submitted work result to the vote in the steering group. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import { addDays, localDateOf } from '../../../domain/time/calendar.ts';
import type { Deadline } from '../../../domain/time/deadline.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import { PROFILES } from '../../../domain/vote/profile.ts';
import type { ProfileName } from '../../../domain/vote/profileName.ts';
import { allowsSecrecy, type Rule } from '../../../domain/vote/rule.ts';
import type { Tx } from '../../../ports/store.ts';
import { mustPreside, steeringGroupOf } from '../read/steering.ts';
import { putToVote } from './putToVote.ts';

const DEFAULT_DAYS = 7;

export interface OpenVoteInput {
  readonly result: ShortId;
  readonly deadline: Deadline | null;
  /** Null: the rule of the process. */
  readonly profile: ProfileName | null;
  readonly secret: boolean;
}

/**
 * From whichever room it is asked, the card is posted in the steering group's.
 * @throws Refusal `vote.noSteeringGroup`, `who.chair`, `vote.resultUnknown`, `vote.noSecrecy`, and those of {@link putToVote}
 */
export async function openVote(tx: Tx, caller: ProcessCaller, input: OpenVoteInput): Promise<AdoptionVote> {
  const steering = await steeringGroupOf(tx, caller.process);
  await mustPreside(tx, caller, steering.id);
  const result = await tx.results.byNumber(caller.process.id, input.result.number);
  if (!result) return refuse('vote.resultUnknown', { id: shortId('result', input.result.number) });
  const rule = ruleOf(input.profile ?? caller.process.voteProfile, input.secret);
  const deadline = input.deadline ?? defaultDeadline(caller);
  return putToVote(tx, caller, steering, { result, rule, deadline, secondCallOf: null });
}

function ruleOf(profile: ProfileName, secret: boolean): Rule {
  const rule = PROFILES[profile];
  if (!secret) return rule;
  return allowsSecrecy(rule) ? { ...rule, secret } : refuse('vote.noSecrecy');
}

/** Long enough to meet everybody once, short enough not to be forgotten. */
export function defaultDeadline({ now, process }: ProcessCaller): Deadline {
  return { date: addDays(localDateOf(now, process.zone), DEFAULT_DAYS), time: null };
}
