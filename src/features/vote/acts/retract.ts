/** Takes a ballot back: until another one is cast, nothing counts for the seat. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import type { AdoptionVote, VoteBallot } from '../../../domain/vote/adoptionVote.ts';
import type { Choice } from '../../../domain/vote/choice.ts';
import { countingBallots } from '../../../domain/vote/tally.ts';
import type { Tx } from '../../../ports/store.ts';
import { openVoteMeant } from '../read/meant.ts';
import { seatOf, tellRoom } from './ballot.ts';

export interface RetractInput {
  readonly vote: ShortId | null;
  /** Only a ballot with this choice; null: whatever is recorded. */
  readonly choice: Choice | null;
}

export interface RetractResult {
  readonly vote: AdoptionVote;
  /** The ballot that counts no longer. */
  readonly ballot: VoteBallot;
}

/**
 * Who may cast may take back. With a choice nothing else is taken back: a press on a button that is undone must not
 * undo what the person has voted in another way since then.
 * @throws Refusal of {@link openVoteMeant} and {@link seatOf}, `vote.noBallot`, `vote.otherBallot`
 */
export async function retractBallot(tx: Tx, caller: ProcessCaller, input: RetractInput): Promise<RetractResult> {
  const file = await openVoteMeant(tx, caller, input.vote);
  const { vote, seats, acts } = file;
  const seat = seatOf(vote, seats, caller);
  const id = shortId('vote', vote.number);
  const ballot = countingBallots(seats, acts).get(seat.holderId);
  if (!ballot) return refuse('vote.noBallot', { id });
  if (input.choice !== null && input.choice !== ballot.choice) {
    const consent = vote.rule.majority.kind === 'consent' && ballot.choice === 'yes';
    refuse('vote.otherBallot', { id, choice: consent ? 'consent' : ballot.choice });
  }
  const act = await tx.votes.cast({
    voteId: vote.id,
    holderId: seat.holderId,
    castBy: caller.person.id,
    choice: null,
    reason: null,
    textHash: vote.textHash,
    at: caller.now,
  });
  await tellRoom(tx, caller, file, act);
  return { vote, ballot };
}
