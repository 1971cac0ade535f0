import { describe, expect, test } from '@jest/globals';
import type { RoundId } from '../../src/domain/ids.ts';
import type { InputRound } from '../../src/domain/round/inputRound.ts';
import type { ClockDoubt } from '../../src/domain/time/clockDoubt.ts';
import { ENDINGS } from '../../src/domain/time/clockDoubt.ts';
import { AGAINST } from '../../src/domain/time/clockTrust.ts';
import { clockBelievedCard, clockConfirmedCard, clockDoubtCard } from '../../src/features/clock/cards/doubt.ts';
import { roundEarlyCard } from '../../src/features/clock/cards/earlyRound.ts';
import { voteEarlyCard } from '../../src/features/clock/cards/earlyVote.ts';
import { reopenedAnswer } from '../../src/features/vote/cards/notices.ts';
import { reopenedCard, reopenedForGroupCard, reopenedForSeatCard } from '../../src/features/vote/cards/reopened.ts';
import { voidCard } from '../../src/features/vote/cards/resolution.ts';
import { voteCard } from '../../src/features/vote/cards/voteCard.ts';
import { inEveryLanguage, STAR, ZONE } from '../support/goldens.ts';
import { CAST, CHAIR, CLUB, decided, OFFICE, recused, seat, vote } from '../support/shownVotes.ts';

const doubt: ClockDoubt = {
  id: 3,
  against: 'elapsed',
  shown: new Date('2027-02-20T09:00:00Z'),
  expected: new Date('2027-01-11T09:00:00Z'),
  told: [],
  confirmed: [],
  lookedAt: new Date('2027-01-11T09:00:00Z'),
};

describe('a clock that is not believed', () => {
  test.each(AGAINST)('against %s', (against) => {
    expect(inEveryLanguage((say) => clockDoubtCard(say, { zone: ZONE }, { ...doubt, against }))).toMatchSnapshot();
  });

  test.each(ENDINGS)('how it ends: %s', (how) => {
    expect(inEveryLanguage((say) => clockBelievedCard(say, how))).toMatchSnapshot();
  });

  test.each(['own', 'told'] as const)('confirmed, %s', (to) => {
    expect(inEveryLanguage((say) => clockConfirmedCard(say, { zone: ZONE }, doubt, to))).toMatchSnapshot();
  });
});

describe('what a wrong clock has closed', () => {
  const closed = decided(vote(), CAST);
  const open = { ...closed, vote: vote('beirat', { voided: [{ number: 3, year: 2027 }] }) };

  test('a vote, offered', () => {
    expect(inEveryLanguage((say) => voteEarlyCard(say, closed.vote))).toMatchSnapshot();
  });

  test('a round, offered', () => {
    const round = { ...closed.vote, id: 2 as RoundId, number: 2, question: STAR, anonymity: 'named', state: 'closed' };
    expect(inEveryLanguage((say) => roundEarlyCard(say, round as InputRound))).toMatchSnapshot();
  });

  test('the record of the resolution, void', () => {
    expect(inEveryLanguage((say) => voidCard(say, closed, open.vote.deadline))).toMatchSnapshot();
  });

  test('open again, in the rooms and as an answer', () => {
    expect(inEveryLanguage((say) => reopenedCard(say, open, closed.decision))).toMatchSnapshot();
    expect(inEveryLanguage((say) => reopenedForGroupCard(say, open))).toMatchSnapshot();
    expect(inEveryLanguage((say) => reopenedAnswer(say, open.vote))).toMatchSnapshot();
    expect(inEveryLanguage((say) => voteCard(say, open, 'quiet'))).toMatchSnapshot();
  });

  test.each([
    ['who has voted', seat(CHAIR)],
    ['who has not', seat(CLUB)],
    ['who is recused', seat(OFFICE, { recused })],
  ])('open again, to somebody %s', (_who, one) => {
    const view = { ...open, ballots: new Map([...open.ballots].filter(([id]) => id === CHAIR)) };
    expect(inEveryLanguage((say) => reopenedForSeatCard(say, view, one))).toMatchSnapshot();
  });
});
