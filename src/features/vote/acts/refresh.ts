/** Brings the card of a vote up to date where it was posted. */

import { editCards } from '../../../acting/announce.ts';
import type { Fact } from '../../../acting/record.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Tx } from '../../../ports/store.ts';
import type { VoteView } from '../cards/view.ts';
import { postedVoteCard } from '../cards/voteCard.ts';
import { viewOf } from '../read/view.ts';

/** The name under which a vote's card in the steering room is changed in place. */
export function topicOf(vote: Pick<AdoptionVote, 'id'>): string {
  return `vote:${vote.id}`;
}

/** Edits the card, quietly, and gives what it shows now. */
export async function refreshVoteCard(tx: Tx, fact: Fact, vote: AdoptionVote): Promise<VoteView> {
  const view = await viewOf(tx, vote);
  await editCards(tx, fact, topicOf(vote), (say) => postedVoteCard(say, view, 'quiet'));
  return view;
}
