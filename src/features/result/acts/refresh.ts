/** Brings the cards of a work result up to date wherever they were posted. */

import { editCards } from '../../../acting/announce.ts';
import type { Fact } from '../../../acting/record.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import { resultTopic, submissionTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { type ResultView, resultCard } from '../cards/resultCard.ts';
import { submissionCard } from '../cards/submissionCard.ts';

/** Everything a card of the result shows. */
export async function viewOf(tx: Pick<Tx, 'groups' | 'results' | 'votes'>, result: WorkResult): Promise<ResultView> {
  const group = await tx.groups.byId(result.groupId);
  if (!group) throw new Error(`The work result ${result.id} has no group`);
  return {
    result,
    group,
    answers: await tx.results.linksFrom(result.id),
    answeredBy: await tx.results.linksTo(result.id),
    vote: await tx.votes.openOn(result.id),
  };
}

/**
 * Reads the result anew and edits its card and the notice of its last submission.
 * To be called after everything about it has changed, a vote opened or closed on it included.
 */
export async function refreshResultCard(
  tx: Pick<Tx, 'groups' | 'outbox' | 'results' | 'votes'>,
  fact: Fact,
  result: Pick<WorkResult, 'id'>,
): Promise<void> {
  const current = await tx.results.byId(result.id);
  if (!current) return;
  const view = await viewOf(tx, current);
  await editCards(tx, fact, resultTopic(current), (say) => resultCard(say, view));
  // A draft that was withdrawn before is the group's again: its notice stays as it was.
  if (current.submittedAt === null || current.state === 'draft') return;
  await editCards(tx, fact, submissionTopic(current, current.submittedAt), (say) => submissionCard(say, view));
}
