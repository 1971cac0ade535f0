/** Rolls, ballots and tallies as the vote tests need them. */
import type { Choice } from '../../../../src/domain/vote/choice.ts';
import { PROFILES } from '../../../../src/domain/vote/profile.ts';
import { type Rule, secondCall } from '../../../../src/domain/vote/rule.ts';
import type { Ballot, Tally } from '../../../../src/domain/vote/tally.ts';

export interface TestSeat {
  readonly holderId: number;
  readonly recused: object | null;
  readonly deputyId: number | null;
  readonly chair: boolean;
}

/** Seats 0 to size - 1; seat 0 is the chair's. */
export function roll(size: number, recused: readonly number[] = []): TestSeat[] {
  return Array.from({ length: size }, (_, holderId) => ({
    holderId,
    recused: recused.includes(holderId) ? {} : null,
    deputyId: null,
    chair: holderId === 0,
  }));
}

/** One ballot per entry, seat 0 first; `null` for a seat that stays silent. */
export function ballots(choices: readonly (Choice | null)[]): Ballot<number>[] {
  return choices.flatMap((choice, seat) =>
    choice === null ? [] : [{ holderId: seat, castBy: seat, choice, sequence: seat + 1 }],
  );
}

/** A tally with the sums filled in. */
export function tallyOf(counts: Partial<Omit<Tally, 'cast' | 'notVoted'>> & { roll: number }): Tally {
  const { yes = 0, no = 0, abstain = 0, concern = 0, objection = 0, recused = 0 } = counts;
  const cast = yes + no + abstain + concern + objection;
  return {
    roll: counts.roll,
    yes,
    no,
    abstain,
    concern,
    objection,
    recused,
    cast,
    notVoted: counts.roll - recused - cast,
  };
}

const { beirat, konsent } = PROFILES;

/** Rules no profile uses but a frozen vote could hold. */
export const FURTHER_RULES: readonly Rule[] = [
  { ...beirat, majority: { kind: 'absolute' } },
  { ...beirat, quorum: { kind: 'half', base: 'roll' } },
  { ...konsent, silence: 'consents' },
  ...(['yesNo', 'cast', 'rollMinusRecused'] as const).flatMap((base) =>
    (['atLeast', 'moreThan'] as const).map(
      (compare): Rule => ({ ...beirat, majority: { kind: 'fraction', compare, numerator: 1, denominator: 2, base } }),
    ),
  ),
];

/** The profiles, the further rules, and the second call of each. */
export const ALL_RULES: readonly Rule[] = [...Object.values(PROFILES), ...FURTHER_RULES].flatMap((rule) => [
  rule,
  secondCall(rule),
]);

/** Every tally of a rule's choices with a roll up to `largest` and up to `mostRecused` recusals. */
export function* allTallies(rule: Rule, largest: number, mostRecused = 0): Generator<Tally> {
  const [first = 'yes', second = 'no', third] = rule.choices;
  for (let size = 0; size <= largest; size++) {
    for (let recused = 0; recused <= Math.min(mostRecused, size); recused++) {
      const free = size - recused;
      for (let a = 0; a <= free; a++) {
        for (let b = 0; a + b <= free; b++) {
          for (let c = 0; a + b + c <= (third ? free : a + b); c++) {
            yield tallyOf({ roll: size, recused, [first]: a, [second]: b, ...(third && { [third]: c }) });
          }
        }
      }
    }
  }
}
