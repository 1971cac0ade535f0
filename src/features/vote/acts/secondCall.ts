/** Calls the steering group to the same text a second time, after too few took part: then whoever votes decides. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import type { Deadline } from '../../../domain/time/deadline.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import { secondCall } from '../../../domain/vote/rule.ts';
import { textHash } from '../../../domain/vote/textHash.ts';
import type { Tx } from '../../../ports/store.ts';
import { voteGiven } from '../read/meant.ts';
import { mustPreside, steeringGroupOf } from '../read/steering.ts';
import { defaultDeadline } from './open.ts';
import { putToVote } from './putToVote.ts';

/**
 * The roll is the one of today, because everybody is invited anew (Art. 47(3) BayGO).
 * @throws Refusal `vote.unknown`, `vote.noSteeringGroup`, `who.chair`, `vote.noSecondCall`, `vote.textChanged`, and those of {@link putToVote}
 */
export async function callAgain(
  tx: Tx,
  caller: ProcessCaller,
  ref: ShortId,
  deadline: Deadline | null,
): Promise<AdoptionVote> {
  const { vote: first } = await voteGiven(tx, caller.process, ref);
  await mustPreside(tx, caller, first.groupId);
  const id = shortId('vote', first.number);
  if (first.decision?.outcome.result !== 'notQuorate') refuse('vote.noSecondCall', { id });
  const result = await tx.results.byId(first.resultId);
  if (!result || textHash(result.title, result.text) !== first.textHash) return refuse('vote.textChanged', { id });
  const steering = await steeringGroupOf(tx, caller.process);
  return putToVote(tx, caller, steering, {
    result,
    rule: secondCall(first.rule),
    deadline: deadline ?? defaultDeadline(caller),
    secondCallOf: first,
  });
}
