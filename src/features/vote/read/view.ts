/** Gathers what the cards of a vote show. */

import { namesOf } from '../../../acting/names.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import { countingBallots } from '../../../domain/vote/tally.ts';
import type { Tx } from '../../../ports/store.ts';
import type { VoteView } from '../cards/view.ts';

type Reads = Pick<Tx, 'groups' | 'people' | 'results' | 'votes'>;

export async function viewOf(tx: Reads, vote: AdoptionVote): Promise<VoteView> {
  const seats = await tx.votes.seats(vote.id);
  const ballots = countingBallots(seats, await tx.votes.ballots(vote.id));
  const result = await tx.results.byId(vote.resultId);
  if (!result) throw new Error(`Vote ${vote.id} is on a result that is gone`);
  const from = await tx.groups.byId(result.groupId);
  const voices = [...ballots.values()].map((ballot) => ballot.castBy);
  return {
    vote,
    result,
    from: from?.name ?? '',
    serves: await tx.results.linksFrom(result.id),
    seats,
    ballots,
    names: await namesOf(tx, [...seats.flatMap((seat) => [seat.holderId, seat.deputyId]), ...voices]),
  };
}
