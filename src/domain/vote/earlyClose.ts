/** Whether a vote is decided before its deadline: when nothing that may still happen can change the result. */
import type { Choice } from './choice.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Rule } from './rule.ts';
import type { Tally } from './tally.ts';

export interface EarlyCloseState {
  /** Whether ballots that have been cast can no longer be changed. */
  readonly changesLocked: boolean;
  /** The chair's counting ballot; `pending` while a chair who may vote has not. */
  readonly chair?: { readonly choice: Choice } | 'pending';
}

/**
 * The outcome a vote can be closed with now, or `null` while it is open or its rule does not end early. Meant to be
 * asked at every ballot; a minimum wait for late time zones is the caller's.
 *
 * Seats without a ballot may vote in any way or stay silent, so every completion is tried: shortcuts by "Yes leads by
 * enough" go wrong with a quorum, where a further No can help.
 */
export function decidedEarly(tally: Tally, rule: Rule, state: EarlyCloseState): Outcome | null {
  if (!rule.earlyClose) return null;
  const chair = state.chair === 'pending' ? undefined : state.chair;
  const now = outcomeOf(tally, rule, chair);
  if (tally.notVoted === 0) return now;
  if (!state.changesLocked) return null;
  for (const end of completions(tally, rule.choices)) {
    const chairs = state.chair === 'pending' ? chairsIn(tally, end, rule.choices) : [chair];
    if (chairs.some((ballot) => outcomeOf(end, rule, ballot).result !== now.result)) return null;
  }
  return now;
}

/** Every way the seats without a ballot can end up, as tallies: people are alike, so numbers per choice are enough. */
function* completions(tally: Tally, choices: readonly Choice[]): Generator<Tally> {
  const [choice, ...rest] = choices;
  if (choice === undefined) {
    yield tally;
    return;
  }
  for (let votes = 0; votes <= tally.notVoted; votes++) yield* completions(withVotes(tally, choice, votes), rest);
}

function withVotes(tally: Tally, choice: Choice, votes: number): Tally {
  const cast = tally.cast + votes;
  return { ...tally, [choice]: tally[choice] + votes, cast, notVoted: tally.notVoted - votes };
}

/** The ballots a chair who has not voted yet can have in this completion: one of those added, or none. */
function chairsIn(before: Tally, end: Tally, choices: readonly Choice[]): ({ readonly choice: Choice } | undefined)[] {
  const added = choices.filter((choice) => end[choice] > before[choice]);
  return [undefined, ...added.map((choice) => ({ choice }))];
}
