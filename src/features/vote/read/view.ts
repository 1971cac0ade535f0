/** Gathers what the cards of a vote show. */

import { namesOf } from '../../../acting/names.ts';
import { countingBallots } from '../../../domain/vote/tally.ts';
import type { VoteFile } from '../../../ports/store/votes.ts';
import type { Tx } from '../../../ports/store.ts';
import type { VoteView } from '../cards/view.ts';

type Reads = Pick<Tx, 'groups' | 'people' | 'results'>;

export async function viewOf(tx: Reads, { vote, seats, acts }: Omit<VoteFile, 'tokens'>): Promise<VoteView> {
  const ballots = countingBallots(seats, acts);
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
