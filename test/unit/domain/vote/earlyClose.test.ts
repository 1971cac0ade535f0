/** A vote ends early only if every way it could still go ends the same. */
import { describe, expect, test } from '@jest/globals';
import { chairBallot } from '../../../../src/domain/vote/chair.ts';
import type { Choice } from '../../../../src/domain/vote/choice.ts';
import { decidedEarly } from '../../../../src/domain/vote/earlyClose.ts';
import { outcomeOf } from '../../../../src/domain/vote/outcome.ts';
import { PROFILES } from '../../../../src/domain/vote/profile.ts';
import type { Rule } from '../../../../src/domain/vote/rule.ts';
import { tally } from '../../../../src/domain/vote/tally.ts';
import { ballots, FURTHER_RULES, roll, tallyOf } from './votes.ts';

/** Seat 0 is the chair's. A seat is still open (`null`), silent to the end, or has voted. */
type State = readonly (Choice | 'silent' | null)[];

/** Seat 0 in every state; the others, who are alike, in every combination. */
function* states(choices: State, size: number): Generator<State> {
  for (const chair of choices) for (const others of combinations(choices, size - 1)) yield [chair, ...others];
}

function* combinations(choices: State, size: number): Generator<State> {
  const [choice, ...rest] = choices;
  if (size === 0) yield [];
  if (size === 0 || choice === undefined) return;
  for (const others of combinations(choices, size - 1)) yield [choice, ...others];
  yield* combinations(rest, size);
}

function voteIn(state: State, recused: number) {
  const seats = roll(
    state.length + recused,
    Array.from({ length: recused }, (_, index) => state.length + index),
  );
  const cast = ballots(state.map((one) => (one === 'silent' ? null : one)));
  return { counts: tally(seats, cast), chair: chairBallot(seats, cast) };
}

/** The results of all endings, seat by seat. Endings that differ only in who of the others did what are judged once. */
class Endings {
  readonly #rule: Rule;
  readonly #recused: number;
  readonly #known = new Map<string, ReadonlySet<string>>();

  constructor(rule: Rule, recused: number) {
    this.#rule = rule;
    this.#recused = recused;
  }

  resultsOf(state: State): ReadonlySet<string> {
    const [chair, ...others] = state.map(String);
    const key = [chair, ...others.sort()].join();
    const results = this.#known.get(key) ?? this.#judge(state);
    this.#known.set(key, results);
    return results;
  }

  #judge(state: State): ReadonlySet<string> {
    const open = state.indexOf(null);
    if (open >= 0) {
      const next = [...this.#rule.choices, 'silent' as const].map((end) => this.resultsOf(state.with(open, end)));
      return new Set(next.flatMap((results) => [...results]));
    }
    const { counts, chair } = voteIn(state, this.#recused);
    return new Set([outcomeOf(counts, this.#rule, chair).result]);
  }
}

const rules = [...Object.values(PROFILES), ...FURTHER_RULES].map((rule): Rule => ({ ...rule, earlyClose: true }));

describe('With changes locked', () => {
  test.each(rules)(
    'the verdict is that of every possible ending, up to 7 seats ($profile, $majority, $quorum)',
    (rule) => {
      const seen = { decided: 0, open: 0 };
      for (const recused of [0, 1, 2]) {
        const endings = new Endings(rule, recused);
        for (let size = 1; size + recused <= 7; size++) {
          for (const state of states([...rule.choices, null], size)) {
            const { counts, chair = 'pending' } = voteIn(state, recused);
            const verdict = decidedEarly(counts, rule, { changesLocked: true, chair })?.result ?? null;
            const results = [...endings.resultsOf(state)];
            const expected = results.length === 1 ? results[0] : null;
            if (verdict !== expected) throw new Error(JSON.stringify({ state, recused, verdict, results }));
            seen[verdict ? 'decided' : 'open']++;
          }
        }
      }

      expect(seen.decided).toBeGreaterThan(0);
      expect(seen.open).toBeGreaterThan(rule.advisory ? -1 : 0);
    },
  );

  test('four of seven Yes decide, and so do four No', () => {
    const rule: Rule = { ...PROFILES.beirat, earlyClose: true };

    expect(decidedEarly(tallyOf({ roll: 7, yes: 4 }), rule, { changesLocked: true })?.result).toBe('adopted');
    expect(decidedEarly(tallyOf({ roll: 7, no: 4 }), rule, { changesLocked: true })?.result).toBe('rejected');
    expect(decidedEarly(tallyOf({ roll: 7, yes: 3, no: 1 }), rule, { changesLocked: true })).toBeNull();
  });

  test('in a tie to come the ballot of a chair who has not voted keeps the vote open', () => {
    const rule: Rule = { ...PROFILES['vorsitz-entscheidet'], earlyClose: true };
    const counted = tallyOf({ roll: 4, yes: 1, no: 2 });

    expect(decidedEarly(counted, rule, { changesLocked: true, chair: 'pending' })).toBeNull();
    expect(decidedEarly(counted, rule, { changesLocked: true, chair: { choice: 'no' } })?.result).toBe('rejected');
  });
});

describe('While ballots can be changed', () => {
  const rule: Rule = { ...PROFILES.beirat, earlyClose: true };

  test('nothing is decided before everybody has voted', () => {
    expect(decidedEarly(tallyOf({ roll: 7, yes: 6 }), rule, { changesLocked: false })).toBeNull();
  });

  test('the vote can end once everybody has voted, recused seats aside', () => {
    const everybody = tallyOf({ roll: 7, yes: 5, abstain: 1, recused: 1 });

    expect(decidedEarly(everybody, rule, { changesLocked: false })?.result).toBe('adopted');
  });
});

test.each(Object.values(PROFILES))('No profile ends early by itself ($profile)', (rule) => {
  expect(decidedEarly(tallyOf({ roll: 3, yes: 3 }), rule, { changesLocked: true })).toBeNull();
});
