/** The arithmetic of every profile against fractions of unlimited whole numbers, for every vote of up to 60 seats. */
import { describe, expect, test } from '@jest/globals';
import { outcomeOf } from '../../../../src/domain/vote/outcome.ts';
import { PROFILES } from '../../../../src/domain/vote/profile.ts';
import { PROFILE_NAMES, type ProfileName } from '../../../../src/domain/vote/profileName.ts';
import type { Rule } from '../../../../src/domain/vote/rule.ts';
import type { Tally } from '../../../../src/domain/vote/tally.ts';
import { allTallies } from './votes.ts';

const BIG = Array.from({ length: 200 }, (_, n) => BigInt(n));
const big = (n: number) => BIG[n] ?? BigInt(n);

/** The sign of a/b - p/q, for b and q of at least 0. */
function compareFractions(a: number, b: number, p: number, q: number): bigint {
  return big(a) * big(q) - big(p) * big(b);
}

const moreThanHalf = (part: number, whole: number) => compareFractions(part, whole, 1, 2) > 0n;

/** The rules once more, as the specification words them and without looking at the rule data. */
function oracle(profile: ProfileName, { yes, no, cast, roll, recused, concern, objection }: Tally): string {
  if (profile === 'meinungsbild') return 'noResolution';
  if (!moreThanHalf(cast, profile === 'go-rat' ? roll : roll - recused)) return 'notQuorate';
  if (profile === 'konsent') return objection > 0 ? 'objected' : yes + concern > 0 ? 'adopted' : 'rejected';
  if (yes + no === 0) return 'rejected';
  if (profile === 'zwei-drittel') return compareFractions(yes, yes + no, 2, 3) >= 0n ? 'adopted' : 'rejected';
  return moreThanHalf(yes, yes + no) ? 'adopted' : 'rejected';
}

function disagreements(rule: Rule, tallies: Iterable<Tally>): Tally[] {
  return [...tallies].filter((tally) => outcomeOf(tally, rule).result !== oracle(rule.profile, tally));
}

describe.each(PROFILE_NAMES)('The profile %s', (name) => {
  test('agrees with the oracle on every vote of up to 60 seats', () => {
    expect(disagreements(PROFILES[name], allTallies(PROFILES[name], 60))).toEqual([]);
  });

  test('agrees with the oracle with any number recused, up to 14 seats', () => {
    expect(disagreements(PROFILES[name], allTallies(PROFILES[name], 14, 14))).toEqual([]);
  });
});

const bases = {
  yesNo: (tally: Tally) => tally.yes + tally.no,
  cast: (tally: Tally) => tally.cast,
  rollMinusRecused: (tally: Tally) => tally.roll - tally.recused,
} as const;

describe.each(['yesNo', 'cast', 'rollMinusRecused'] as const)('A share of %s', (base) => {
  test.each(['atLeast', 'moreThan'] as const)(
    '(%s) is exact for every fraction with a denominator up to 9',
    (compare) => {
      const wrong: unknown[] = [];
      for (let denominator = 2; denominator <= 9; denominator++) {
        for (let numerator = 1; numerator < denominator; numerator++) {
          const majority = { kind: 'fraction', compare, numerator, denominator, base } as const;
          const rule: Rule = { ...PROFILES.beirat, quorum: { kind: 'none', base: 'roll' }, majority };
          for (const tally of allTallies(rule, 12, 2)) {
            const sign = compareFractions(tally.yes, bases[base](tally), numerator, denominator);
            const enough = tally.yes > 0 && (compare === 'atLeast' ? sign >= 0n : sign > 0n);
            if ((outcomeOf(tally, rule).result === 'adopted') !== enough) wrong.push({ majority, tally });
          }
        }
      }

      expect(wrong).toEqual([]);
    },
  );
});

test.each(['beirat', 'zwei-drittel'] as const)(
  'In %s the missing votes are exactly those that were missing',
  (name) => {
    const rule: Rule = { ...PROFILES[name], quorum: { kind: 'none', base: 'roll' } };
    const adoptedWith = (tally: Tally, more: number) => oracleMajority(name, tally.yes + more, tally.no);

    const wrong = [...allTallies(rule, 30)].filter((tally) => {
      const { missing } = outcomeOf(tally, rule).majority;
      return !adoptedWith(tally, missing) || (missing > 0 && adoptedWith(tally, missing - 1));
    });

    expect(wrong).toEqual([]);
  },
);

function oracleMajority(name: 'beirat' | 'zwei-drittel', yes: number, no: number): boolean {
  if (yes + no === 0) return false;
  return name === 'beirat' ? moreThanHalf(yes, yes + no) : compareFractions(yes, yes + no, 2, 3) >= 0n;
}

test.each([
  [1, 1],
  [3, 2],
  [0, 2],
  [0.5, 1],
  [66.67, 100],
])('A majority of %d/%d is refused instead of being rounded', (numerator, denominator) => {
  const majority = { kind: 'fraction', compare: 'atLeast', numerator, denominator, base: 'yesNo' } as const;
  const [tally] = allTallies(PROFILES.beirat, 0);

  expect(() => tally && outcomeOf(tally, { ...PROFILES.beirat, majority })).toThrow(RangeError);
});
