/** The chair's own ballot, on which a tie may turn. */
import type { Seat } from './roll.ts';
import { type Act, type Cast, countingBallots } from './tally.ts';

/**
 * The counting ballot the chair cast in person for the own seat, if there is one chair who holds a seat and is not
 * recused (§ 91 VwVfG). A deputy takes over the seat's vote, not the chair's office: that ballot breaks no tie.
 */
export function chairBallot<P extends string | number, A extends Act<P>>(
  seats: readonly (Seat<P> & { readonly chair: boolean })[],
  acts: readonly A[],
): Cast<A> | undefined {
  const [chair, ...others] = seats.filter((seat) => seat.chair);
  if (!chair || others.length > 0) return undefined;
  const ballot = countingBallots(seats, acts).get(chair.holderId);
  return ballot?.castBy === chair.holderId ? ballot : undefined;
}
