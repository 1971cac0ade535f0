/** The count of a vote: one ballot per seat, whatever order, however often the ballots arrive. */
import type { Choice } from './choice.ts';
import type { Seat } from './roll.ts';

/** One recorded ballot. All of a seat's ballots are kept; the one with the highest sequence number counts. */
export interface Ballot<P extends string | number> {
  /** The holder of the seat it is cast for. */
  readonly holderId: P;
  /** The holder, or the deputy active at that time. */
  readonly castBy: P;
  readonly choice: Choice;
  /** Rises with every ballot of the vote, so that "last" does not depend on clocks or delivery. */
  readonly sequence: number;
}

/** Seats, in whole numbers: roll = recused + cast + notVoted, and cast is the sum of the five choices. */
export interface Tally {
  readonly roll: number;
  readonly recused: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly concern: number;
  readonly objection: number;
  readonly cast: number;
  readonly notVoted: number;
}

/** The ballot that counts for each seat that has one. Ballots for recused or unknown seats are left out. */
export function countingBallots<P extends string | number, B extends Ballot<P>>(
  seats: readonly Seat<P>[],
  ballots: readonly B[],
): ReadonlyMap<P, B> {
  const open = new Set(seats.filter((seat) => !seat.recused).map((seat) => seat.holderId));
  const last = new Map<P, B>();
  for (const ballot of ballots) {
    if (!open.has(ballot.holderId)) continue;
    const earlier = last.get(ballot.holderId);
    if (!earlier || ballot.sequence > earlier.sequence) last.set(ballot.holderId, ballot);
  }
  return last;
}

/** Counts a vote. Who may cast is asked when a ballot is cast; here a seat that is not on the roll counts for nothing. */
export function tally<P extends string | number>(seats: readonly Seat<P>[], ballots: readonly Ballot<P>[]): Tally {
  const counts: Record<Choice, number> = { yes: 0, no: 0, abstain: 0, concern: 0, objection: 0 };
  const counting = countingBallots(seats, ballots);
  for (const ballot of counting.values()) counts[ballot.choice] += 1;
  const cast = counting.size;
  const recused = seats.filter((seat) => seat.recused).length;
  return { ...counts, roll: seats.length, recused, cast, notVoted: seats.length - recused - cast };
}
