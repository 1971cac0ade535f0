/** Brings the card of a vote up to date where it was posted. */

import { editCards } from '../../../acting/announce.ts';
import type { Fact } from '../../../acting/record.ts';
import { voteTopic } from '../../../domain/topics.ts';
import type { VoteFile } from '../../../ports/store/votes.ts';
import type { Tx } from '../../../ports/store.ts';
import type { VoteView } from '../cards/view.ts';
import { postedVoteCard } from '../cards/voteCard.ts';
import { viewOf } from '../read/view.ts';

/** Edits the card, quietly, and gives what it shows now. */
export async function refreshVoteCard(tx: Tx, fact: Fact, file: VoteFile): Promise<VoteView> {
  const view = viewOf(file);
  await editCards(tx, fact, voteTopic(file.vote), (say) => postedVoteCard(say, view, 'quiet'));
  return view;
}
