import { describe, expect, test } from '@jest/globals';
import type { GroupId, PersonId, ProcessId, ResultId } from '../../src/domain/ids.ts';
import type { ResultKind, ResultState, WorkResult } from '../../src/domain/result/workResult.ts';
import { historyCard, resultListCard } from '../../src/features/result/cards/listCards.ts';
import { resultAnswer } from '../../src/features/result/cards/resultAnswer.ts';
import { type ResultView, resultCard } from '../../src/features/result/cards/resultCard.ts';
import { submissionCard } from '../../src/features/result/cards/submissionCard.ts';
import { submittedCard } from '../../src/features/result/cards/submittedCard.ts';
import { inEveryLanguage, STAR } from '../support/goldens.ts';

const LEAD = 1 as PersonId;
const at = new Date('2027-01-12T09:00:00Z');

function result(number: number, kind: ResultKind, state: ResultState, text: string = STAR): WorkResult {
  return {
    id: number as ResultId,
    processId: 1 as ProcessId,
    groupId: 1 as GroupId,
    number,
    kind,
    title: 'Sprachcafé für *alle* <b>',
    text,
    version: 2,
    state,
    createdBy: LEAD,
    createdAt: at,
    submittedAt: state === 'draft' ? null : at,
    settledAt: null,
  };
}

function view(of: WorkResult, change: Partial<ResultView> = {}): ResultView {
  return { result: of, group: { name: 'AG Bildung' }, answers: [], answeredBy: [], vote: null, ...change };
}

const linked = { answers: [result(3, 'goal', 'adopted')], answeredBy: [result(7, 'report', 'draft')] };

describe('the cards of a work result', () => {
  test('a draft with its links and the button to submit it', () => {
    expect(inEveryLanguage((say) => resultCard(say, view(result(4, 'measure', 'draft'), linked)))).toMatchSnapshot();
  });

  test('a draft without text says how to add it and cannot be submitted', () => {
    expect(inEveryLanguage((say) => resultCard(say, view(result(4, 'measure', 'draft', ''))))).toMatchSnapshot();
  });

  test.each(['submitted', 'adopted', 'rejected', 'withdrawn'] as const)('in the state %s', (state) => {
    expect(inEveryLanguage((say) => resultCard(say, view(result(4, 'guideline', state))))).toMatchSnapshot();
  });

  test('the notice in the steering group’s room offers the vote', () => {
    const submitted = view(result(4, 'measure', 'submitted'), linked);

    expect(inEveryLanguage((say) => submissionCard(say, submitted))).toMatchSnapshot();
  });

  test.each([
    ['a vote is open', view(result(4, 'measure', 'submitted'), { vote: { number: 3 } })],
    ['it was withdrawn', view(result(4, 'measure', 'withdrawn'))],
  ])('the notice offers no vote once %s', (_why, over) => {
    expect(inEveryLanguage((say) => submissionCard(say, over))).toMatchSnapshot();
  });

  test('the word to the chair', () => {
    expect(inEveryLanguage((say) => submittedCard(say, view(result(4, 'measure', 'submitted'))))).toMatchSnapshot();
  });

  test.each(['drafted', 'edited', 'submitted', 'withdrawn'] as const)('the answer after it was %s', (step) => {
    expect(inEveryLanguage((say) => resultAnswer(say, result(4, 'measure', 'draft'), step))).toMatchSnapshot();
  });

  test('the list, and an empty one', () => {
    const all = [result(3, 'goal', 'adopted'), result(4, 'measure', 'draft')];

    expect(inEveryLanguage((say) => resultListCard(say, all))).toMatchSnapshot();
    expect(inEveryLanguage((say) => resultListCard(say, []))).toMatchSnapshot();
  });

  test('the history, oldest version first', () => {
    const of = result(4, 'measure', 'draft');
    const version = { resultId: of.id, title: of.title, at, by: LEAD };
    const versions = [
      { ...version, version: 1, text: '' },
      { ...version, version: 2, text: STAR },
    ];
    const names = new Map([[LEAD, 'Leitung AG Bildung']]);

    expect(inEveryLanguage((say) => historyCard(say, of, versions, names, 'Europe/Berlin'))).toMatchSnapshot();
  });
});
