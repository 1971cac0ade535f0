/** Takes a work result back before it is voted on. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { requireLead, requireMember } from '../../../acting/rights.ts';
import { refuse } from '../../../domain/failure.ts';
import { resultId, type ShortId, shortId } from '../../../domain/labels.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import type { Tx } from '../../../ports/store.ts';
import { namedResult } from '../read/meant.ts';
import { refreshResultCard } from './refresh.ts';

/**
 * Its author takes back a draft; what was submitted, whoever may submit.
 * @throws Refusal `result.unknown`, `who.member`, `who.groupLead`, `result.withdrawSettled`, `result.voteOpen`
 */
export async function withdrawResult(tx: Tx, caller: ProcessCaller, ref: ShortId): Promise<WorkResult> {
  const { process, person, now } = caller;
  const result = await namedResult(tx, caller, ref);
  const id = resultId(result);
  await requireMember(tx, caller, result.groupId);
  if (result.state !== 'draft' && result.state !== 'submitted') {
    refuse('result.withdrawSettled', { id, state: result.state });
  }
  const ownDraft = result.state === 'draft' && result.createdBy === person.id;
  if (!ownDraft) await requireLead(tx, caller, result.groupId);
  const vote = await tx.votes.openOn(result.id);
  if (vote) refuse('result.voteOpen', { id, vote: shortId('vote', vote.number) });
  await tx.results.update(result.id, { state: 'withdrawn', settledAt: now });
  const fact = await record(tx, process, now, person, 'result.withdraw', { result: id });
  await refreshResultCard(tx, fact, result);
  return { ...result, state: 'withdrawn', settledAt: now };
}
