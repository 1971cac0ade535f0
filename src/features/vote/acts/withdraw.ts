/** Takes an open vote back: its record is kept, nothing is decided, and those who have voted are told. */

import { postToGroup, tell } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Tx } from '../../../ports/store.ts';
import { refreshResultCard } from '../../result/acts/refresh.ts';
import { withdrawnCard, withdrawnForVoterCard } from '../cards/notices.ts';
import { openVoteMeant } from '../read/meant.ts';
import { mustPreside } from '../read/steering.ts';
import { refreshVoteCard } from './refresh.ts';

/** The result stays submitted and can be put to the vote again. `reason` may be empty. @throws Refusal `who.chair`, and those of {@link openVoteMeant} */
export async function withdrawVote(
  tx: Tx,
  caller: ProcessCaller,
  ref: ShortId | null,
  reason: string,
): Promise<AdoptionVote> {
  const file = await openVoteMeant(tx, caller, ref);
  const open = file.vote;
  await mustPreside(tx, caller, open.groupId);
  const change = { state: 'withdrawn', closedAt: caller.now } as const;
  await tx.votes.update(open.id, change);
  await tx.due.cancel('vote.', [open.id]);
  const vote = { ...open, ...change };
  const fact = await record(tx, caller.process, caller.now, caller.person, 'vote.withdraw', {
    vote: shortId('vote', vote.number),
  });
  const view = await refreshVoteCard(tx, fact, { ...file, vote });
  const steering = await tx.groups.byId(vote.groupId);
  if (steering) await postToGroup(tx, fact, steering, null, (say) => withdrawnCard(say, vote, reason));
  const voters = new Set([...view.ballots.values()].map((ballot) => ballot.castBy));
  await tell(
    tx,
    fact,
    [...voters].map((personId) => ({ personId, card: (say) => withdrawnForVoterCard(say, vote, reason) })),
  );
  await refreshResultCard(tx, fact, view.result);
  return vote;
}
