/** Ties, the chair's ballot, the missing votes and the second call. */
import { describe, expect, test } from '@jest/globals';
import { chairBallot } from '../../../../src/domain/vote/chair.ts';
import type { Choice } from '../../../../src/domain/vote/choice.ts';
import { recusalDecisive } from '../../../../src/domain/vote/decisive.ts';
import { type Outcome, outcomeOf } from '../../../../src/domain/vote/outcome.ts';
import { PROFILES } from '../../../../src/domain/vote/profile.ts';
import { secondCall } from '../../../../src/domain/vote/rule.ts';
import { tally } from '../../../../src/domain/vote/tally.ts';
import { ballots, roll, type TestSeat, tallyOf } from './votes.ts';

const chairDecides = PROFILES['vorsitz-entscheidet'];

/** Judges a vote in which seat 0 is the chair's. */
function judge(choices: readonly (Choice | null)[], seats: readonly TestSeat[] = roll(choices.length)): Outcome {
  const cast = ballots(choices);
  return outcomeOf(tally(seats, cast), chairDecides, chairBallot(seats, cast));
}

describe('A tie', () => {
  test('rejects by default, whatever the chair voted', () => {
    const tied = tallyOf({ roll: 5, yes: 2, no: 2, abstain: 1 });

    expect(outcomeOf(tied, PROFILES.beirat, { choice: 'yes' })).toEqual({
      result: 'rejected',
      quorum: { met: true, needed: 3, present: 5, base: 5 },
      majority: { needed: 3, missing: 1 },
      tie: true,
      castingVote: null,
    });
  });

  test.each([
    ['yes', 'adopted', { needed: 2, missing: 0 }],
    ['no', 'rejected', { needed: 3, missing: 1 }],
  ] as const)('goes the way of the chair who voted %s where the rule says so', (choice, result, majority) => {
    const others: Choice[] = choice === 'yes' ? ['yes', 'no', 'no'] : ['no', 'yes', 'yes'];

    expect(judge([choice, ...others])).toMatchObject({ result, majority, tie: true, castingVote: choice });
  });

  test('rejects if the chair abstained or did not vote', () => {
    expect(judge(['abstain', 'yes', 'no'])).toMatchObject({ result: 'rejected', tie: true, castingVote: null });
    expect(judge([null, 'yes', 'no'])).toMatchObject({ result: 'rejected', tie: true, castingVote: null });
  });

  test('rejects if the chair is recused after having voted', () => {
    expect(judge(['yes', 'yes', 'no'], roll(3, [0]))).toMatchObject({ result: 'rejected', castingVote: null });
  });

  test('rejects if the chair holds no seat, or more than one person is chair', () => {
    const none = roll(2).map((seat) => ({ ...seat, chair: false }));
    const two = roll(2).map((seat) => ({ ...seat, chair: true }));

    expect(judge(['yes', 'no'], none)).toMatchObject({ result: 'rejected', castingVote: null });
    expect(judge(['yes', 'no'], two)).toMatchObject({ result: 'rejected', castingVote: null });
  });

  test('is not broken by the ballot a deputy cast for the seat of the chair', () => {
    const [own, other] = ballots(['yes', 'no']);
    const cast = [own, other].flatMap((one) => (one ? [{ ...one, castBy: one.holderId === 0 ? 9 : 1 }] : []));

    expect(chairBallot(roll(2), cast)).toBeUndefined();
  });

  test('without a quorum is not broken either', () => {
    expect(judge(['yes', 'no', null, null, null])).toMatchObject({ result: 'notQuorate', castingVote: null });
  });

  test('of nobody against nobody is none', () => {
    expect(judge(['abstain', 'abstain'])).toMatchObject({ result: 'rejected', tie: false });
  });

  test('is no case of its own where two thirds are asked for', () => {
    expect(outcomeOf(tallyOf({ roll: 4, yes: 2, no: 2 }), PROFILES['zwei-drittel']).tie).toBe(false);
  });

  test('does not concern the chair where a majority stands', () => {
    expect(judge(['no', 'yes', 'yes'])).toMatchObject({ result: 'adopted', tie: false, castingVote: null });
  });
});

describe('What was missing', () => {
  test.each([
    [tallyOf({ roll: 9, yes: 3, no: 4 }), 'beirat', { needed: 5, missing: 2 }],
    [tallyOf({ roll: 9, yes: 5, no: 3 }), 'zwei-drittel', { needed: 6, missing: 1 }],
    [tallyOf({ roll: 9, abstain: 9 }), 'zwei-drittel', { needed: 1, missing: 1 }],
    [tallyOf({ roll: 9, concern: 5 }), 'konsent', { needed: 1, missing: 0 }],
  ] as const)('%j in %s: %j', (counts, profile, majority) => {
    expect(outcomeOf(counts, PROFILES[profile]).majority).toEqual(majority);
  });
});

describe('A second call', () => {
  test.each(Object.values(PROFILES))('asks for no quorum and changes nothing else ($profile)', (rule) => {
    const { quorum, call, ...rest } = secondCall(rule);

    expect({ kind: quorum.kind, call }).toEqual({ kind: 'none', call: 'second' });
    expect(rule).toMatchObject(rest);
    expect(secondCall(secondCall(rule))).toEqual(secondCall(rule));
  });

  test('is decided by the one who votes', () => {
    const one = tallyOf({ roll: 9, yes: 1 });

    expect(outcomeOf(one, PROFILES['go-rat']).result).toBe('notQuorate');
    expect(outcomeOf(one, secondCall(PROFILES['go-rat'])).result).toBe('adopted');
  });
});

test('An advisory vote shows a majority and resolves nothing, not even by the chair', () => {
  const advisory = { ...chairDecides, advisory: true };

  expect(outcomeOf(tallyOf({ roll: 3, yes: 2, no: 1 }), PROFILES.meinungsbild)).toMatchObject({
    result: 'noResolution',
    majority: { missing: 0 },
  });
  expect(outcomeOf(tallyOf({ roll: 2, yes: 1, no: 1 }), advisory, { choice: 'yes' })).toMatchObject({
    result: 'noResolution',
    castingVote: null,
  });
});

describe('Leaving out the recused', () => {
  test('made a difference if their ballots would have turned the result', () => {
    expect(recusalDecisive(roll(5, [4]), ballots(['yes', 'yes', 'no', 'no', 'yes']), PROFILES.beirat)).toBe(true);
  });

  test('made none if the result is the same with them', () => {
    expect(recusalDecisive(roll(5, [4]), ballots(['yes', 'yes', 'yes', 'no', 'no']), PROFILES.beirat)).toBe(false);
  });

  test('is no question if no recused seat had voted', () => {
    expect(recusalDecisive(roll(5, [4]), ballots(['yes', 'yes', 'yes', 'no']), PROFILES.beirat)).toBeNull();
  });

  test('counts the casting vote of a recused chair', () => {
    expect(recusalDecisive(roll(4, [0]), ballots(['yes', 'yes', 'no', 'no']), chairDecides)).toBe(true);
  });
});
