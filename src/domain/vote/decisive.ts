/** Whether leaving out the recused made a difference, which the record of a resolution states (Art. 49(4) BayGO). */
import { chairBallot } from './chair.ts';
import { outcomeOf } from './outcome.ts';
import type { Seat } from './roll.ts';
import type { Rule } from './rule.ts';
import { type Act, standingBallots, tally } from './tally.ts';

/** `null` when no recused seat had cast a ballot, so that there was nothing to leave out. */
export function recusalDecisive<P extends string | number>(
  seats: readonly (Seat<P> & { readonly chair: boolean })[],
  acts: readonly Act<P>[],
  rule: Rule,
): boolean | null {
  const voters = standingBallots(acts);
  const voided = (seat: Seat<P>) => seat.recused !== null && voters.has(seat.holderId);
  if (!seats.some(voided)) return null;
  const reinstated = seats.map((seat) => (voided(seat) ? { ...seat, recused: null } : seat));
  const resultWith = (roll: typeof seats) => outcomeOf(tally(roll, acts), rule, chairBallot(roll, acts)).result;
  return resultWith(seats) !== resultWith(reinstated);
}
