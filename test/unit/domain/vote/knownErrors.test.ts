/** Errors found in the tallies of other vote tools, each as the case that shows it. */
import { expect, test } from '@jest/globals';
import { outcomeOf } from '../../../../src/domain/vote/outcome.ts';
import { PROFILES } from '../../../../src/domain/vote/profile.ts';
import type { Majority, Rule } from '../../../../src/domain/vote/rule.ts';
import { tally } from '../../../../src/domain/vote/tally.ts';
import { ballots, roll, tallyOf } from './votes.ts';

const { beirat } = PROFILES;
const twoThirds = PROFILES['zwei-drittel'];

test('A quorum is measured by ballots cast, never met by having been invited', () => {
  for (let seats = 0; seats < 400; seats++) {
    for (const kind of ['moreThanHalf', 'half'] as const) {
      const rule: Rule = { ...beirat, quorum: { kind, base: 'roll' } };
      expect(outcomeOf(tallyOf({ roll: seats }), rule).quorum.met).toBe(false);
    }
  }
});

test('28 % of 25 is 7 and no percentage of any roll up to 300 is rounded by floating point', () => {
  for (let percent = 1; percent < 100; percent++) {
    const majority: Majority = {
      kind: 'fraction',
      compare: 'atLeast',
      numerator: percent,
      denominator: 100,
      base: 'rollMinusRecused',
    };
    for (let seats = 1; seats < 300; seats++) {
      const exact = Number((BigInt(percent * seats) + 99n) / 100n);
      const { needed } = outcomeOf(tallyOf({ roll: seats }), { ...beirat, majority }).majority;
      if (needed !== exact) throw new Error(`${percent} % of ${seats}: ${needed} instead of ${exact}`);
      if (percent === 28 && seats === 25) expect(needed).toBe(7);
    }
  }
});

test.each([
  ['a tie passes no simple majority', beirat, 5, 5, 'rejected'],
  ['two of three are two thirds', twoThirds, 2, 1, 'adopted'],
  ['33 of 50 are less than two thirds', twoThirds, 33, 17, 'rejected'],
  ['34 of 50 are more than two thirds', twoThirds, 34, 16, 'adopted'],
  ['six of nine are two thirds, no seventh is needed', twoThirds, 6, 3, 'adopted'],
  ['five of nine are not', twoThirds, 5, 4, 'rejected'],
] as const)('%s', (_, rule, yes, no, result) => {
  expect(outcomeOf(tallyOf({ roll: yes + no, yes, no }), rule).result).toBe(result);
});

test.each([beirat, twoThirds])('All abstaining adopts nothing ($profile)', (rule) => {
  expect(outcomeOf(tallyOf({ roll: 9, abstain: 9 }), rule).result).toBe('rejected');
  expect(outcomeOf(tallyOf({ roll: 9, abstain: 9 }), { ...rule, quorum: { kind: 'none', base: 'roll' } }).result).toBe(
    'rejected',
  );
});

test('Voting twice counts once, and the last ballot is the one', () => {
  const first = { holderId: 1, castBy: 1, choice: 'yes', sequence: 7 } as const;
  const second = { holderId: 1, castBy: 1, choice: 'no', sequence: 8 } as const;

  expect(tally(roll(3), [first, second])).toMatchObject({ yes: 0, no: 1, cast: 1 });
  expect(tally(roll(3), [second, first])).toMatchObject({ yes: 0, no: 1, cast: 1 });
});

test('A tie does not fall to whichever choice is listed later', () => {
  const tied = tallyOf({ roll: 4, yes: 2, no: 2 });

  expect(outcomeOf(tied, { ...beirat, choices: ['no', 'abstain', 'yes'] })).toEqual(outcomeOf(tied, beirat));
});

test('An empty or unreadable roll lets nobody vote instead of everybody', () => {
  const counted = tally(roll(0), ballots(['yes', 'yes', 'yes']));

  expect(counted).toMatchObject({ roll: 0, yes: 0, cast: 0, notVoted: 0 });
  expect(outcomeOf(counted, beirat).result).toBe('notQuorate');
});

test('Where abstentions shall not let one Yes decide for a hundred, the absolute majority prevents it', () => {
  const massAbstention = tallyOf({ roll: 100, yes: 1, abstain: 99 });

  expect(outcomeOf(massAbstention, beirat).result).toBe('adopted');
  expect(outcomeOf(massAbstention, { ...beirat, majority: { kind: 'absolute' } })).toMatchObject({
    result: 'rejected',
    majority: { needed: 100, missing: 99 },
  });
});
