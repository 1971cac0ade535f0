/** What holds for every vote, and the one thing that looks as if it did and does not. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chairBallot } from '../../../../src/domain/vote/chair.ts';
import { recusalDecisive } from '../../../../src/domain/vote/decisive.ts';
import { outcomeOf } from '../../../../src/domain/vote/outcome.ts';
import { PROFILES } from '../../../../src/domain/vote/profile.ts';
import type { Rule } from '../../../../src/domain/vote/rule.ts';
import { type Act, type Ballot, countingBallots, type Tally, tally } from '../../../../src/domain/vote/tally.ts';
import { ALL_RULES, allTallies, ballots, roll, tallyOf } from './votes.ts';

const resultOf = (counts: Tally, rule: Rule) => outcomeOf(counts, rule).result;

/** Up to 9 seats, and ballots in any number, also for seats that do not exist. */
const votes = fc
  .record({
    size: fc.nat(9),
    recused: fc.uniqueArray(fc.nat(9)),
    rule: fc.constantFrom(...ALL_RULES),
    drawn: fc.array(fc.record({ seat: fc.nat(11), pick: fc.nat() }), { maxLength: 25 }),
  })
  .map(({ size, recused, rule, drawn }) => ({
    rule,
    seats: roll(size, recused),
    cast: drawn.map(({ seat, pick }, index): Ballot<number> => {
      const choice = rule.choices[pick % rule.choices.length] ?? 'yes';
      return { holderId: seat, castBy: seat, choice, sequence: index + 1 };
    }),
  }));

test('order, retries and duplicate deliveries never change the count', () => {
  const delivered = votes.chain(({ seats, cast }) =>
    fc.record({
      seats: fc.constant(seats),
      cast: fc.constant(cast),
      shuffled: fc.shuffledSubarray([...cast, ...cast], { minLength: cast.length * 2 }),
    }),
  );
  fc.assert(
    fc.property(delivered, ({ seats, cast, shuffled }) => {
      expect(tally(seats, shuffled)).toEqual(tally(seats, cast));
    }),
  );
});

test('totals are the sum over the seats, and a seat counts at most once', () => {
  fc.assert(
    fc.property(votes, ({ seats, cast }) => {
      const counted = tally(seats, cast);
      const expected = seats.map((seat) => {
        if (seat.recused) return 'recused';
        return cast.findLast((ballot) => ballot.holderId === seat.holderId)?.choice ?? 'notVoted';
      });
      for (const kind of ['recused', 'notVoted', 'yes', 'no', 'abstain', 'concern', 'objection'] as const) {
        expect(counted[kind]).toBe(expected.filter((one) => one === kind).length);
      }
      expect(counted.cast + counted.recused + counted.notVoted).toBe(seats.length);
    }),
  );
});

test('turning any ballot into a Yes never turns adopted into anything else', () => {
  const changed = votes.chain((vote) => fc.record({ vote: fc.constant(vote), index: fc.nat() }));
  fc.assert(
    fc.property(changed, ({ vote: { seats, cast, rule }, index }) => {
      const before = outcomeOf(tally(seats, cast), rule, chairBallot(seats, cast));
      fc.pre(before.result === 'adopted');
      const turned = cast.map((ballot, at) =>
        at === index % cast.length ? { ...ballot, choice: 'yes' as const } : ballot,
      );
      expect(outcomeOf(tally(seats, turned), rule, chairBallot(seats, turned)).result).toBe('adopted');
    }),
    { numRuns: 500 },
  );
});

/** The tally after one silent or present seat did something else. */
function moved(from: Tally, change: Partial<Record<keyof Tally, number>>): Tally {
  const counts = { ...from };
  for (const [key, by] of Object.entries(change)) counts[key as keyof Tally] += by;
  return tallyOf(counts);
}

test('turning a No or an abstention into a Yes never turns adopted into anything else, for every vote of up to 9 seats', () => {
  let compared = 0;
  for (const rule of ALL_RULES) {
    for (const before of allTallies(rule, 9, 2)) {
      if (resultOf(before, rule) !== 'adopted') continue;
      for (const from of ['no', 'abstain', 'concern'] as const) {
        if (before[from] === 0) continue;
        compared++;
        if (resultOf(moved(before, { [from]: -1, yes: 1 }), rule) !== 'adopted')
          throw new Error(JSON.stringify(before));
      }
    }
  }

  expect(compared).toBeGreaterThan(1000);
});

test('a further No can help where a quorum is measured by turnout (nodejs/node#7813)', () => {
  const sixYes = tallyOf({ roll: 20, yes: 6 });
  const sixYesFiveNo = tallyOf({ roll: 20, yes: 6, no: 5 });

  expect(resultOf(sixYes, PROFILES.beirat)).toBe('notQuorate');
  expect(resultOf(sixYesFiveNo, PROFILES.beirat)).toBe('adopted');
});

describe('Abstention and recusal', () => {
  const simple = ALL_RULES.filter((rule) => rule.majority.kind === 'simple' && rule.choices.includes('abstain'));

  test.each(simple)('an abstention changes the quorum and never the majority ($profile, $call call)', (rule) => {
    for (const before of allTallies(rule, 10, 1)) {
      if (before.notVoted === 0) continue;
      const after = moved(before, { abstain: 1 });
      const [was, is] = [outcomeOf(before, rule), outcomeOf(after, rule)];
      expect(is.majority).toEqual(was.majority);
      if (was.result !== 'notQuorate') expect(is.result).toBe(was.result);
    }
  });

  test.each(ALL_RULES)('recusing a seat without a ballot never undoes an adoption ($profile, $call call)', (rule) => {
    for (const before of allTallies(rule, 9, 2)) {
      if (before.notVoted === 0 || resultOf(before, rule) !== 'adopted') continue;
      expect(resultOf(moved(before, { recused: 1 }), rule)).toBe('adopted');
    }
  });

  test.each(ALL_RULES)(
    'recusing a seat that voted No never turns adopted into rejected ($profile, $call call)',
    (rule) => {
      for (const before of allTallies(rule, 9, 2)) {
        if (before.no === 0 || resultOf(before, rule) !== 'adopted') continue;
        expect(resultOf(moved(before, { no: -1, recused: 1 }), rule)).not.toBe('rejected');
      }
    },
  );

  test('of five seats with two recused, two ballots make the Beirat quorate but not the council', () => {
    const counted = tally(roll(5, [3, 4]), ballots(['yes', 'yes']));

    expect(resultOf(counted, PROFILES.beirat)).toBe('adopted');
    expect(resultOf(counted, PROFILES['go-rat'])).toBe('notQuorate');
  });
});

test('swapping Yes and No of a quorate simple majority swaps adopted and rejected, except in a tie', () => {
  const swapped = { adopted: 'rejected', rejected: 'adopted' } as const;
  for (const before of allTallies(PROFILES.beirat, 12, 2)) {
    const result = resultOf(before, PROFILES.beirat);
    if ((result !== 'adopted' && result !== 'rejected') || before.yes === before.no) continue;
    expect(resultOf({ ...before, yes: before.no, no: before.yes }, PROFILES.beirat)).toBe(swapped[result]);
  }
});

describe('Nothing is adopted by nobody', () => {
  test.each(ALL_RULES)('neither with an empty roll nor without a voice in favour ($profile, $call call)', (rule) => {
    for (const counts of allTallies(rule, 12, 12)) {
      if (counts.yes + counts.concern > 0) continue;
      for (const choice of ['yes', 'no'] as const) {
        expect(outcomeOf(counts, rule, { choice }).result).not.toBe('adopted');
      }
    }
  });

  test('a lazy consensus needs one explicit voice, then silence consents', () => {
    const lazy: Rule = { ...PROFILES.konsent, silence: 'consents' };

    expect(resultOf(tallyOf({ roll: 7 }), lazy)).toBe('rejected');
    expect(resultOf(tallyOf({ roll: 7, yes: 1 }), lazy)).toBe('adopted');
    expect(resultOf(tallyOf({ roll: 7, yes: 1 }), PROFILES.konsent)).toBe('notQuorate');
    expect(resultOf(tallyOf({ roll: 7, yes: 1, objection: 1 }), lazy)).toBe('objected');
  });
});

describe('Taking a ballot back', () => {
  /** The acts of a vote with one more at the end, which takes the ballot of a seat back. */
  const retracted = votes.chain((vote) =>
    fc.nat(9).map((seat) => {
      const act: Act<number> = { holderId: seat, castBy: seat, choice: null, sequence: vote.cast.length + 1 };
      const acts: readonly Act<number>[] = [...vote.cast, act];
      return { ...vote, seat, acts };
    }),
  );

  test('counts as if the seat had never voted', () => {
    fc.assert(
      fc.property(retracted, ({ seats, rule, cast, acts, seat }) => {
        const never = cast.filter((ballot) => ballot.holderId !== seat);

        expect(tally(seats, acts)).toEqual(tally(seats, never));
        expect(outcomeOf(tally(seats, acts), rule, chairBallot(seats, acts))).toEqual(
          outcomeOf(tally(seats, never), rule, chairBallot(seats, never)),
        );
        expect(recusalDecisive(seats, acts, rule)).toBe(recusalDecisive(seats, never, rule));
      }),
    );
  });

  test('leaves every other seat as it was, wherever it stands among their acts', () => {
    const mixed = retracted.chain((vote) =>
      fc.record({
        vote: fc.constant(vote),
        shuffled: fc.shuffledSubarray([...vote.acts], { minLength: vote.acts.length }),
      }),
    );
    fc.assert(
      fc.property(mixed, ({ vote: { seats, cast, acts, seat }, shuffled }) => {
        const others = (counting: ReadonlyMap<number, Act<number>>) =>
          [...counting].filter(([holder]) => holder !== seat).sort(([a], [b]) => a - b);

        expect(others(countingBallots(seats, shuffled))).toEqual(others(countingBallots(seats, cast)));
        expect(tally(seats, shuffled)).toEqual(tally(seats, acts));
      }),
    );
  });

  test('ends with the next ballot of the seat', () => {
    fc.assert(
      fc.property(retracted, fc.constantFrom('yes', 'no'), ({ seats, cast, acts, seat }, choice) => {
        const next: Act<number> = { holderId: seat, castBy: seat, choice, sequence: acts.length + 1 };

        expect(tally(seats, [...acts, next])).toEqual(tally(seats, [...cast, next]));
      }),
    );
  });
});
