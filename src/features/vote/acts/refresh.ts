/** Brings the card of a vote up to date where it was posted. */

import { editCards } from '../../../acting/announce.ts';
import type { Fact } from '../../../acting/record.ts';
import { voteTopic } from '../../../domain/topics.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Tx } from '../../../ports/store.ts';
import type { VoteView } from '../cards/view.ts';
import { postedVoteCard } from '../cards/voteCard.ts';
import { viewOf } from '../read/view.ts';

/** Edits the card, quietly, and gives what it shows now. */
export async function refreshVoteCard(tx: Tx, fact: Fact, vote: AdoptionVote): Promise<VoteView> {
  const view = await viewOf(tx, vote);
  await editCards(tx, fact, voteTopic(vote), (say) => postedVoteCard(say, view, 'quiet'));
  return view;
}
