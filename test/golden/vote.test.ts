import { describe, expect, test } from '@jest/globals';
import { closedForGroupCard, notQuorateCard } from '../../src/cards/vote/closed.ts';
import { voteListCard, voteStatusCard } from '../../src/cards/vote/list.ts';
import {
  deputyInCard,
  extendedCard,
  openedCard,
  recusalRecordedCard,
  withdrawnCard,
  withdrawnForVoterCard,
} from '../../src/cards/vote/notices.ts';
import { ownBallotCard, receiptCard, retractedCard } from '../../src/cards/vote/receipt.ts';
import { quorumAtRiskCard, voteReminderCard } from '../../src/cards/vote/reminder.ts';
import { resolutionCard } from '../../src/cards/vote/resolution.ts';
import { deputyAnswer, recusalAnswer } from '../../src/cards/vote/seatAnswers.ts';
import type { DecidedView, VoteView } from '../../src/cards/vote/view.ts';
import { voteCard } from '../../src/cards/vote/voteCard.ts';
import type { AdoptionVote, VoteBallot, VoteSeat } from '../../src/domain/adoptionVote.ts';
import { localDate, localTime } from '../../src/domain/calendar.ts';
import type { GroupId, PersonId, ProcessId, ResultId, VoteId } from '../../src/domain/ids.ts';
import { textHash } from '../../src/domain/textHash.ts';
import type { Choice } from '../../src/domain/vote/choice.ts';
import { outcomeOf } from '../../src/domain/vote/outcome.ts';
import { PROFILES, type ProfileName } from '../../src/domain/vote/profile.ts';
import { countingBallots, tally } from '../../src/domain/vote/tally.ts';
import type { WorkResult } from '../../src/domain/workResult.ts';
import { inEveryLanguage, STAR } from '../support/goldens.ts';

const at = new Date('2027-01-11T08:00:00Z');
const TITLE = 'Sprachcafé für *alle* <b>';
const HEAD = '0123456789abcdef'.repeat(4);
const [CHAIR, OFFICE, CLUB, BOARD, DEPUTY] = [1, 2, 3, 4, 5] as PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const names = new Map([
  [CHAIR, 'Vorsitz'],
  [OFFICE, 'Sozialamt'],
  [CLUB, 'Verein *Brücke*'],
  [DEPUTY, 'Stellvertretung'],
]);

function result(number: number, kind: WorkResult['kind'], title: string): WorkResult {
  return {
    id: number as ResultId,
    processId: 1 as ProcessId,
    groupId: 2 as GroupId,
    number,
    kind,
    title,
    text: STAR,
    version: 2,
    state: 'submitted',
    createdBy: OFFICE,
    createdAt: at,
    submittedAt: at,
    settledAt: null,
  };
}

function vote(profile: ProfileName = 'beirat', change: Partial<AdoptionVote> = {}): AdoptionVote {
  return {
    id: 3 as VoteId,
    processId: 1 as ProcessId,
    groupId: 1 as GroupId,
    number: 3,
    resultId: 4 as ResultId,
    resultVersion: 2,
    resultKind: 'measure',
    title: TITLE,
    text: STAR,
    textHash: textHash(TITLE, STAR),
    rule: PROFILES[profile],
    deadline: { date: localDate('2027-01-18'), time: null },
    state: 'open',
    openedBy: CHAIR,
    openedAt: at,
    closedAt: null,
    decision: null,
    secondCallOf: null,
    extended: false,
    ...change,
  };
}

const recused = { by: CHAIR, at };

function seat(holderId: PersonId, change: Partial<VoteSeat> = {}): VoteSeat {
  return {
    voteId: 3 as VoteId,
    holderId,
    chair: holderId === CHAIR,
    kind: null,
    recused: null,
    deputyId: null,
    ...change,
  };
}

function ballot(holderId: PersonId, choice: Choice, reason: string | null = null, castBy = holderId): VoteBallot {
  return { voteId: 3 as VoteId, sequence: holderId, holderId, castBy, choice, reason, textHash: vote().textHash, at };
}

const SEATS = [seat(CHAIR), seat(OFFICE), seat(CLUB, { deputyId: DEPUTY }), seat(BOARD)];

function view(of: AdoptionVote, cast: readonly VoteBallot[] = [], seats: readonly VoteSeat[] = SEATS): VoteView {
  return {
    vote: of,
    result: result(4, of.resultKind, TITLE),
    from: 'AG Bildung',
    serves: [result(3, 'goal', STAR)],
    seats,
    ballots: countingBallots(seats, cast),
    names,
  };
}

function decided(of: AdoptionVote, cast: readonly VoteBallot[], seats: readonly VoteSeat[] = SEATS): DecidedView {
  const counted = tally(seats, cast);
  const outcome = outcomeOf(counted, of.rule);
  const resolved = outcome.result === 'adopted' || outcome.result === 'rejected';
  const decision = { outcome, tally: counted, resolution: resolved ? { number: 7, year: 2027 } : null };
  return { ...view({ ...of, state: 'closed', closedAt: at, decision }, cast, seats), decision };
}

const CAST = [ballot(CHAIR, 'yes'), ballot(OFFICE, 'no', STAR), ballot(CLUB, 'yes', null, DEPUTY)];

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
