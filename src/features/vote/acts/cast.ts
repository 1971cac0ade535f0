/** Casts or changes a ballot: the one way for buttons, typed commands and deputies. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import type { AdoptionVote, VoteBallot } from '../../../domain/vote/adoptionVote.ts';
import { type Choice, choiceProblem } from '../../../domain/vote/choice.ts';
import { countingBallots } from '../../../domain/vote/tally.ts';
import type { Tx } from '../../../ports/store.ts';
import { openVoteMeant } from '../read/meant.ts';
import { seatOf, tellRoom } from './ballot.ts';

export interface CastInput {
  readonly vote: ShortId | null;
  readonly choice: Choice;
  /** Empty: none given. */
  readonly reason: string;
}

export interface CastResult {
  readonly vote: AdoptionVote;
  readonly ballot: VoteBallot;
  /** The seat's ballot before, null for a first one. */
  readonly earlier: VoteBallot | null;
  /** Whether it was recorded already, so that nothing had to be done. */
  readonly repeated: boolean;
}

/**
 * The same choice again changes nothing; another one takes the place of the earlier.
 * @throws Refusal of {@link openVoteMeant} and {@link seatOf}, `vote.notOffered`, `vote.reasonMissing`,
 * `vote.secretReason`
 */
export async function castBallot(tx: Tx, caller: ProcessCaller, input: CastInput): Promise<CastResult> {
  const file = await openVoteMeant(tx, caller, input.vote);
  const { vote, seats, acts } = file;
  const seat = seatOf(vote, seats, caller);
  const reason = input.reason.trim() || null;
  checkChoice(vote, input.choice, reason);
  const earlier = countingBallots(seats, acts).get(seat.holderId) ?? null;
  if (earlier && isSame(earlier, caller, input.choice, reason))
    return { vote, ballot: earlier, earlier, repeated: true };
  const ballot = await tx.votes.cast({
    voteId: vote.id,
    holderId: seat.holderId,
    castBy: caller.person.id,
    choice: input.choice,
    reason,
    textHash: vote.textHash,
    at: caller.now,
  });
  await tellRoom(tx, caller, file, ballot);
  return { vote, ballot, earlier, repeated: false };
}

function checkChoice(vote: AdoptionVote, choice: Choice, reason: string | null): void {
  const problem = choiceProblem(vote.rule, choice, reason);
  if (problem) refuse(`vote.${problem}`, { id: shortId('vote', vote.number) });
  // A reason would give the name away that the vote keeps out of the chat.
  if (vote.rule.secret && reason !== null) refuse('vote.secretReason', { id: shortId('vote', vote.number) });
}

/** A press on the button repeats a choice without taking back the reason typed before. */
function isSame(earlier: VoteBallot, caller: ProcessCaller, choice: Choice, reason: string | null): boolean {
  return (
    earlier.choice === choice && earlier.castBy === caller.person.id && (reason === null || reason === earlier.reason)
  );
}
