/** Tells one person what is recorded for them in a vote. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { ShortId } from '../../../domain/labels.ts';
import type { AdoptionVote, VoteBallot, VoteSeat } from '../../../domain/vote/adoptionVote.ts';
import { type Standing, standingOf } from '../../../domain/vote/roll.ts';
import { countingBallots } from '../../../domain/vote/tally.ts';
import type { Tx } from '../../../ports/store.ts';
import { isOver, voteMeant } from './meant.ts';

export interface OwnBallot {
  readonly vote: AdoptionVote;
  readonly standing: Standing<VoteSeat>;
  readonly person: PersonId;
  /** The ballot that counts for the seat. */
  readonly ballot: VoteBallot | null;
  /** Whether a ballot would still be taken. */
  readonly running: boolean;
}

/** @throws Refusal of {@link voteMeant} */
export async function ownBallot(tx: Tx, caller: ProcessCaller, ref: ShortId | null): Promise<OwnBallot> {
  const { vote, seats, acts } = await voteMeant(tx, caller, ref);
  const { id } = caller.person;
  const seat = seats.find((own) => own.holderId === id) ?? seats.find((other) => other.deputyId === id);
  const ballot = seat && countingBallots(seats, acts).get(seat.holderId);
  const running = vote.state === 'open' && !isOver(vote, caller.process, caller.now);
  return { vote, standing: standingOf(seats, id), person: id, ballot: ballot ?? null, running };
}
