import { describe, expect, test } from '@jest/globals';
import { localDate, localTime } from '../../src/domain/time/calendar.ts';
import { PROFILES } from '../../src/domain/vote/profile.ts';
import { closedForGroupCard, notQuorateCard } from '../../src/features/vote/cards/closed.ts';
import { voteListCard, voteStatusCard } from '../../src/features/vote/cards/list.ts';
import {
  deputyInCard,
  extendedCard,
  openedCard,
  recusalRecordedCard,
  withdrawnCard,
  withdrawnForVoterCard,
} from '../../src/features/vote/cards/notices.ts';
import { ownBallotCard, receiptCard, retractedCard } from '../../src/features/vote/cards/receipt.ts';
import { quorumAtRiskCard, voteReminderCard } from '../../src/features/vote/cards/reminder.ts';
import { resolutionCard } from '../../src/features/vote/cards/resolution.ts';
import { deputyAnswer, recusalAnswer } from '../../src/features/vote/cards/seatAnswers.ts';
import { voteCard } from '../../src/features/vote/cards/voteCard.ts';
import { inEveryLanguage, STAR } from '../support/goldens.ts';
import {
  BOARD,
  ballot,
  CAST,
  CHAIR,
  CLUB,
  DEPUTY,
  decided,
  HEAD,
  names,
  OFFICE,
  recused,
  SEATS,
  seat,
  view,
  vote,
} from '../support/shownVotes.ts';

describe('the card on which people vote', () => {
  test.each(['beirat', 'go-rat', 'vorsitz-entscheidet', 'zwei-drittel', 'konsent', 'meinungsbild'] as const)(
    'under the rule %s',
    (profile) => {
      expect(inEveryLanguage((say) => voteCard(say, view(vote(profile), CAST.slice(0, 1)), 'ping'))).toMatchSnapshot();
    },
  );

  test('with somebody recused, a time, and a confidential rule', () => {
    const secret = vote('beirat', {
      rule: { ...PROFILES.beirat, secret: true },
      deadline: { date: localDate('2027-01-18'), time: localTime('18:00') },
    });
    const seats = [seat(CHAIR), seat(OFFICE, { recused }), seat(CLUB)];

    expect(inEveryLanguage((say) => voteCard(say, view(secret, CAST.slice(0, 1), seats), 'ping'))).toMatchSnapshot();
  });

  test('after the end, and withdrawn', () => {
    expect(inEveryLanguage((say) => voteCard(say, decided(vote(), CAST), 'quiet'))).toMatchSnapshot();
    expect(
      inEveryLanguage((say) => voteCard(say, view(vote('beirat', { state: 'withdrawn' })), 'quiet')),
    ).toMatchSnapshot();
  });
});

describe('the record of a vote', () => {
  const proof = { decisive: null, head: HEAD };

  test.each([
    ['adopted', decided(vote(), CAST)],
    ['rejected', decided(vote('zwei-drittel'), CAST.slice(0, 2).concat(ballot(BOARD, 'abstain')))],
    ['without quorum', decided(vote(), CAST.slice(0, 1))],
    [
      'with an objection',
      decided(vote('konsent'), [ballot(CHAIR, 'yes'), ballot(OFFICE, 'objection', STAR), ballot(CLUB, 'concern')]),
    ],
    ['of a straw poll', decided(vote('meinungsbild'), CAST)],
    ['on the draft concept', decided(vote('beirat', { resultKind: 'draftConcept' }), [...CAST, ballot(BOARD, 'yes')])],
  ])('%s', (_how, closed) => {
    expect(inEveryLanguage((say) => resolutionCard(say, closed, proof))).toMatchSnapshot();
    expect(inEveryLanguage((say) => closedForGroupCard(say, closed))).toMatchSnapshot();
  });

  test('names who was recused and says whether it was decisive', () => {
    const closed = decided(vote(), CAST, [seat(CHAIR), seat(OFFICE, { recused }), seat(CLUB, { deputyId: DEPUTY })]);

    expect(inEveryLanguage((say) => resolutionCard(say, closed, { decisive: false, head: HEAD }))).toMatchSnapshot();
  });

  test('of a confidential vote has no names', () => {
    const closed = decided(vote('beirat', { rule: { ...PROFILES.beirat, secret: true } }), CAST);

    expect(inEveryLanguage((say) => resolutionCard(say, closed, proof))).toMatchSnapshot();
  });
});

describe('what one person is told', () => {
  test.each(['recorded', 'changed', 'same', 'mine'] as const)('a ballot %s', (how) => {
    expect(inEveryLanguage((say) => receiptCard(say, vote(), ballot(OFFICE, 'no', STAR), how))).toMatchSnapshot();
  });

  test('a ballot in a consent round, cast by a deputy', () => {
    const consent = ballot(CLUB, 'yes', null, DEPUTY);

    expect(inEveryLanguage((say) => receiptCard(say, vote('konsent'), consent, 'recorded'))).toMatchSnapshot();
  });

  test('a ballot taken back, by its voter and by a deputy', () => {
    expect(inEveryLanguage((say) => retractedCard(say, vote(), ballot(OFFICE, 'no', STAR)))).toMatchSnapshot();
    expect(inEveryLanguage((say) => retractedCard(say, vote(), ballot(CLUB, 'yes', null, DEPUTY)))).toMatchSnapshot();
  });

  test.each(['notOnRoll', 'recused', 'deputyActs'] as const)('nothing is recorded: %s', (why) => {
    const own = { vote: vote(), standing: { may: false, why }, person: BOARD, ballot: null, running: true } as const;

    expect(inEveryLanguage((say) => ownBallotCard(say, own))).toMatchSnapshot();
  });

  test.each([true, false])('not voted yet, running: %s', (running) => {
    const standing = { may: true, seat: SEATS[3] ?? {}, asDeputy: false } as const;
    const own = { vote: vote(), standing, person: BOARD, ballot: null, running };

    expect(inEveryLanguage((say) => ownBallotCard(say, own))).toMatchSnapshot();
  });

  test.each(['halfTime', 'lastCall'] as const)('the reminder at %s', (step) => {
    expect(inEveryLanguage((say) => voteReminderCard(say, view(vote()), step))).toMatchSnapshot();
  });

  test('the chair, when too few have voted, with names or without', () => {
    const quorum = { met: false, needed: 3, present: 1, base: 4 };

    expect(inEveryLanguage((say) => quorumAtRiskCard(say, view(vote()), quorum, [OFFICE, BOARD]))).toMatchSnapshot();
    expect(inEveryLanguage((say) => quorumAtRiskCard(say, view(vote()), quorum, null))).toMatchSnapshot();
    expect(inEveryLanguage((say) => notQuorateCard(say, vote()))).toMatchSnapshot();
  });

  test('a recusal by oneself, by the chair, and taken back', () => {
    const base = { vote: vote(), person: { id: CLUB }, hadVoted: true };

    expect(inEveryLanguage((say) => recusalAnswer(say, { ...base, own: true, back: false }, names))).toMatchSnapshot();
    expect(inEveryLanguage((say) => recusalAnswer(say, { ...base, own: false, back: false }, names))).toMatchSnapshot();
    expect(inEveryLanguage((say) => recusalAnswer(say, { ...base, own: true, back: true }, names))).toMatchSnapshot();
    expect(inEveryLanguage((say) => recusalRecordedCard(say, vote(), false))).toMatchSnapshot();
    expect(inEveryLanguage((say) => recusalRecordedCard(say, vote(), true))).toMatchSnapshot();
  });

  test('a deputy who stands in, and one who no longer does', () => {
    const done = { vote: vote(), holderId: CLUB };

    expect(inEveryLanguage((say) => deputyInCard(say, view(vote()), CLUB))).toMatchSnapshot();
    expect(inEveryLanguage((say) => deputyAnswer(say, { ...done, deputyId: DEPUTY }, names))).toMatchSnapshot();
    expect(inEveryLanguage((say) => deputyAnswer(say, { ...done, deputyId: null }, names))).toMatchSnapshot();
  });
});

test('votes opened, extended and withdrawn', () => {
  expect(inEveryLanguage((say) => openedCard(say, vote()))).toMatchSnapshot();
  expect(inEveryLanguage((say) => extendedCard(say, vote()))).toMatchSnapshot();
  expect(inEveryLanguage((say) => withdrawnCard(say, vote(), STAR))).toMatchSnapshot();
  expect(inEveryLanguage((say) => withdrawnForVoterCard(say, vote(), ''))).toMatchSnapshot();
});

test('votes at a glance', () => {
  const all = [
    vote(),
    decided(vote('beirat', { number: 2 }), CAST).vote,
    decided(vote('beirat', { number: 1 }), []).vote,
    vote('beirat', { number: 4, state: 'withdrawn' }),
  ];
  const open = { view: view(vote(), CAST), missing: [BOARD] };

  expect(inEveryLanguage((say) => voteListCard(say, all))).toMatchSnapshot();
  expect(inEveryLanguage((say) => voteListCard(say, []))).toMatchSnapshot();
  expect(inEveryLanguage((say) => voteStatusCard(say, [open]))).toMatchSnapshot();
  expect(
    inEveryLanguage((say) => voteStatusCard(say, [{ view: decided(vote(), CAST), missing: null }])),
  ).toMatchSnapshot();
  expect(inEveryLanguage((say) => voteStatusCard(say, []))).toMatchSnapshot();
});
