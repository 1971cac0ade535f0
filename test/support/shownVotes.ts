/** A vote with its result, seats and ballots, in words that look like markup: what the goldens of vote cards show. */

import type { GroupId, PersonId, ProcessId, ResultId, VoteId } from '../../src/domain/ids.ts';
import type { WorkResult } from '../../src/domain/result/workResult.ts';
import { localDate } from '../../src/domain/time/calendar.ts';
import type { AdoptionVote, VoteBallot, VoteSeat } from '../../src/domain/vote/adoptionVote.ts';
import type { Choice } from '../../src/domain/vote/choice.ts';
import { outcomeOf } from '../../src/domain/vote/outcome.ts';
import { PROFILES, type ProfileName } from '../../src/domain/vote/profile.ts';
import { countingBallots, tally } from '../../src/domain/vote/tally.ts';
import { textHash } from '../../src/domain/vote/textHash.ts';
import type { DecidedView, VoteView } from '../../src/features/vote/cards/view.ts';
import { STAR } from './goldens.ts';

export const at = new Date('2027-01-11T08:00:00Z');
export const TITLE = 'Sprachcafé für *alle* <b>';
export const HEAD = '0123456789abcdef'.repeat(4);
export const [CHAIR, OFFICE, CLUB, BOARD, DEPUTY] = [1, 2, 3, 4, 5] as PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
export const names = new Map([
  [CHAIR, 'Vorsitz'],
  [OFFICE, 'Sozialamt'],
  [CLUB, 'Verein *Brücke*'],
  [DEPUTY, 'Stellvertretung'],
]);

export function result(number: number, kind: WorkResult['kind'], title: string): WorkResult {
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

export function vote(profile: ProfileName = 'beirat', change: Partial<AdoptionVote> = {}): AdoptionVote {
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
    closedAtDatabase: null,
    decision: null,
    secondCallOf: null,
    polls: false,
    extended: false,
    voided: [],
    ...change,
  };
}

export const recused = { by: CHAIR, at };

export function seat(holderId: PersonId, change: Partial<VoteSeat> = {}): VoteSeat {
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

export function ballot(
  holderId: PersonId,
  choice: Choice,
  reason: string | null = null,
  castBy = holderId,
): VoteBallot {
  return { voteId: 3 as VoteId, sequence: holderId, holderId, castBy, choice, reason, textHash: vote().textHash, at };
}

export const SEATS = [seat(CHAIR), seat(OFFICE), seat(CLUB, { deputyId: DEPUTY }), seat(BOARD)];

export function view(of: AdoptionVote, cast: readonly VoteBallot[] = [], seats: readonly VoteSeat[] = SEATS): VoteView {
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

export function decided(
  of: AdoptionVote,
  cast: readonly VoteBallot[],
  seats: readonly VoteSeat[] = SEATS,
): DecidedView {
  const counted = tally(seats, cast);
  const outcome = outcomeOf(counted, of.rule);
  const resolved = outcome.result === 'adopted' || outcome.result === 'rejected';
  const decision = { outcome, tally: counted, resolution: resolved ? { number: 7, year: 2027 } : null };
  return { ...view({ ...of, state: 'closed', closedAt: at, decision }, cast, seats), decision };
}

export const CAST = [ballot(CHAIR, 'yes'), ballot(OFFICE, 'no', STAR), ballot(CLUB, 'yes', null, DEPUTY)];
