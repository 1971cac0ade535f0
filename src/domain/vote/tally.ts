/** The count of a vote: one ballot per seat, whatever order, however often the ballots arrive. */
import type { Choice } from './choice.ts';
import type { Seat } from './roll.ts';

/** One recorded act at a seat. All of them are kept; the one with the highest sequence number counts. */
export interface Act<P extends string | number> {
  /** The holder of the seat it is for. */
  readonly holderId: P;
  /** The holder, or the deputy active at that time. */
  readonly castBy: P;
  /** Null: the ballot before is taken back. */
  readonly choice: Choice | null;
  /** Rises with every act of the vote, so that "last" does not depend on clocks or delivery. */
  readonly sequence: number;
}

/** An act of casting. */
export interface Ballot<P extends string | number> extends Act<P> {
  readonly choice: Choice;
}

/** What is known of an act, with the choice that makes it a ballot. */
export type Cast<A> = A & { readonly choice: Choice };

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

/** The last ballot of each seat whose last act was not to take it back, whether the seat may vote (any more) or not. */
export function standingBallots<P extends string | number, A extends Act<P>>(
  acts: readonly A[],
): ReadonlyMap<P, Cast<A>> {
  const last = new Map<P, A>();
  for (const act of acts) {
    const earlier = last.get(act.holderId);
    if (!earlier || act.sequence > earlier.sequence) last.set(act.holderId, act);
  }
  return new Map([...last].flatMap(([holder, act]) => (isBallot(act) ? [[holder, act]] : [])));
}

function isBallot<A extends { readonly choice: Choice | null }>(act: A): act is Cast<A> {
  return act.choice !== null;
}

/** The ballot that counts for each seat that has one. Ballots for recused or unknown seats are left out. */
export function countingBallots<P extends string | number, A extends Act<P>>(
  seats: readonly Seat<P>[],
  acts: readonly A[],
): ReadonlyMap<P, Cast<A>> {
  const open = new Set(seats.filter((seat) => !seat.recused).map((seat) => seat.holderId));
  return new Map([...standingBallots<P, A>(acts)].filter(([holder]) => open.has(holder)));
}

/** Counts a vote. Who may cast is asked when a ballot is cast; here a seat that is not on the roll counts for nothing. */
export function tally<P extends string | number>(seats: readonly Seat<P>[], acts: readonly Act<P>[]): Tally {
  const counts: Record<Choice, number> = { yes: 0, no: 0, abstain: 0, concern: 0, objection: 0 };
  const counting = countingBallots(seats, acts);
  for (const ballot of counting.values()) counts[ballot.choice] += 1;
  const cast = counting.size;
  const recused = seats.filter((seat) => seat.recused).length;
  return { ...counts, roll: seats.length, recused, cast, notVoted: seats.length - recused - cast };
}
