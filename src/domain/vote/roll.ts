/** The roll of a vote: its seats, and who may cast the one ballot of each. */

/** One right to vote. `P` is whatever names a person; it is compared with `===`. */
export interface Seat<P extends string | number> {
  readonly holderId: P;
  /** Set when personally involved: no ballot, an earlier one is void. Not the same as abstaining. */
  readonly recused: object | null;
  /** Who votes instead since the holder's absence was declared for this item. */
  readonly deputyId: P | null;
}

/** What a person can do in a vote: cast the ballot of one seat, or not, and why not. */
export type Standing<S> =
  | { readonly may: true; readonly seat: S; readonly asDeputy: boolean }
  | { readonly may: false; readonly why: 'notOnRoll' | 'recused' | 'deputyActs' };

/**
 * A holder votes unless a deputy is active; a deputy votes only while active. Being a holder comes first, so that
 * nobody ever casts the ballots of two seats.
 */
export function standingOf<S extends Seat<string | number>>(seats: readonly S[], person: S['holderId']): Standing<S> {
  const own = seats.find((seat) => seat.holderId === person);
  const seat = own ?? seats.find((candidate) => candidate.deputyId === person);
  if (!seat) return { may: false, why: 'notOnRoll' };
  if (seat.recused) return { may: false, why: 'recused' };
  if (own && own.deputyId !== null) return { may: false, why: 'deputyActs' };
  return { may: true, seat, asDeputy: !own };
}

/** Why somebody cannot step in for a seat. */
export type DeputyProblem = 'noSuchSeat' | 'recused' | 'holdsSeat' | 'deputyElsewhere';

/**
 * What forbids this person to step in for the seat, or `null`. One person, one ballot: neither a holder nor the active
 * deputy of another seat can step in, which also rules out chains.
 */
export function deputyProblem<P extends string | number>(
  seats: readonly Seat<P>[],
  holder: P,
  deputy: P,
): DeputyProblem | null {
  const seat = seats.find((candidate) => candidate.holderId === holder);
  if (!seat) return 'noSuchSeat';
  if (seat.recused) return 'recused';
  if (seats.some((other) => other.holderId === deputy)) return 'holdsSeat';
  if (seats.some((other) => other !== seat && other.deputyId === deputy)) return 'deputyElsewhere';
  return null;
}
