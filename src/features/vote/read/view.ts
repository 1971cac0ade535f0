/** What the cards of a vote show. */

import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import { countingBallots } from '../../../domain/vote/tally.ts';
import type { VoteFile } from '../../../ports/store/votes.ts';
import type { Tx } from '../../../ports/store.ts';
import type { VoteView } from '../cards/view.ts';

export async function voteFile(tx: Pick<Tx, 'votes'>, { id }: Pick<AdoptionVote, 'id'>): Promise<VoteFile> {
  const file = await tx.votes.file(id);
  if (!file) throw new Error(`The vote ${id} is gone`);
  return file;
}

export function viewOf({ vote, seats, acts, result, from, serves, people }: VoteFile): VoteView {
  const named = [...people.values()].filter((person) => person.erasedAt === null);
  return {
    vote,
    result,
    from,
    serves,
    seats,
    ballots: countingBallots(seats, acts),
    names: new Map(named.map(({ id, name }) => [id, name])),
  };
}
