/** Work results from draft to the steering group's table: who may, what is fixed when, who is told. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { record } from '../../../../src/acting/record.ts';
import type { ShortId } from '../../../../src/domain/labels.ts';
import type { ResultKind } from '../../../../src/domain/result/workResult.ts';
import { draftResult } from '../../../../src/features/result/acts/draft.ts';
import { editResult } from '../../../../src/features/result/acts/edit.ts';
import { linkResults } from '../../../../src/features/result/acts/link.ts';
import { refreshResultCard } from '../../../../src/features/result/acts/refresh.ts';
import { submitResult } from '../../../../src/features/result/acts/submit.ts';
import { withdrawResult } from '../../../../src/features/result/acts/withdraw.ts';
import { resultFacts } from '../../../../src/features/result/read/digestFacts.ts';
import { historyOf, showResult } from '../../../../src/features/result/read/show.ts';
import { at, type House, openHouse, refusalOf, type Stage } from '../task/stage.ts';

let house: House;
let stage: Stage;

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  stage = await house.setStage();
});
afterAll(() => house.close());

function E(number: number): ShortId {
  return { kind: 'result', number, part: null };
}

function draft(kind: ResultKind = 'measure', text = 'Einmal in der Woche.', name = 'mitglied') {
  return stage.as(name, (tx, caller) => draftResult(tx, caller, { kind, title: 'Sprachcafé', text }));
}

function edit(name: string, text: string) {
  return stage.as(name, (tx, caller) => editResult(tx, caller, { ref: E(1), text }));
}

function submit(name = 'leitung') {
  return stage.as(name, (tx, caller) => submitResult(tx, caller, E(1)));
}

function withdraw(name: string) {
  return stage.as(name, (tx, caller) => withdrawResult(tx, caller, E(1)));
}

function link(from: number, to: number, name = 'mitglied') {
  return stage.as(name, (tx, caller) => linkResults(tx, caller, { from: E(from), to: E(to) }));
}

/** A steering group with «vertretung» in the chair; the stage calls its room `ag-bildung` too. */
async function foundSteering(withRoom = false) {
  await stage.store.transaction(async (tx) => {
    const place = { platform: 'local', externalId: `steuerung-${stage.process.id}`, kind: 'channel' } as const;
    const roomId = withRoom ? (await tx.rooms.ensure({ ...place, name: 'steuerung' })).id : null;
    const steering = { kind: 'steering', name: 'Steuerungsgruppe', field: null, roomId } as const;
    const group = await tx.groups.create({ ...steering, processId: stage.process.id });
    const personId = stage.who('vertretung').id;
    const seat = { role: 'chair', deputyOf: null, kind: null, organisation: null } as const;
    await tx.groups.setMember({ ...seat, groupId: group.id, personId });
  });
}

test('a draft stands in the room and is for members', async () => {
  await draft();

  expect((await stage.said()).map(({ to, edit: changed }) => [to, changed])).toEqual([['ag-bildung', false]]);
  expect(await refusalOf(draft('goal', '', 'fremd'))).toBe('who.member');
});

test('an edit makes a new version and changes the card in place', async () => {
  await draft();
  await stage.said();

  const edited = await edit('leitung', 'Zweimal in der Woche.');

  expect([edited.version, edited.state]).toEqual([2, 'draft']);
  const heard = await stage.said();
  expect(heard.map(({ edit: changed }) => changed)).toEqual([true]);
  expect(heard[0]?.text).toContain('Zweimal in der Woche.');
  const { versions } = await stage.as('leitung', (tx, caller) => historyOf(tx, caller, E(1)));
  expect(versions.map(({ text, by }) => [text, by])).toEqual([
    ['Einmal in der Woche.', stage.who('mitglied').id],
    ['Zweimal in der Woche.', stage.who('leitung').id],
  ]);
  expect(await refusalOf(edit('leitung', 'Zweimal in der Woche.'))).toBe('result.sameText');
});

test('a measure refers to a goal, a goal never to a measure, nothing to itself', async () => {
  await draft('measure');
  await draft('goal');

  await link(1, 2);

  const shown = await stage.as('mitglied', (tx, caller) => showResult(tx, caller, E(2)));
  expect(shown.answeredBy.map(({ number }) => number)).toEqual([1]);
  expect(await refusalOf(link(1, 2))).toBe('result.linkedAlready');
  expect(await refusalOf(link(2, 1))).toBe('result.linkKind');
  expect(await refusalOf(link(1, 1))).toBe('result.linkSelf');
  expect(await refusalOf(link(1, 3))).toBe('result.unknown');
});

test('submitting is for the lead, needs a text and a steering group, and asks chair and coordinator to open the vote', async () => {
  await draft('measure', '');
  expect(await refusalOf(submit('mitglied'))).toBe('who.groupLead');
  expect(await refusalOf(submit())).toBe('result.noText');
  await edit('mitglied', 'Einmal in der Woche.');
  expect(await refusalOf(submit())).toBe('result.noSteering');
  await foundSteering();
  await stage.said();

  const submitted = await submit();

  expect(submitted.state).toBe('submitted');
  expect((await stage.said()).map(({ to, card }) => [to, card.attention])).toEqual([
    ['ag-bildung', 'quiet'],
    ['vertretung', 'ping'],
    ['koordination', 'ping'],
  ]);
  expect(await refusalOf(submit())).toBe('result.submittedAlready');
});

test('what lies before the steering group keeps its words and links until it is withdrawn', async () => {
  await foundSteering();
  await draft('measure');
  await draft('goal');
  await submit();

  expect(await refusalOf(edit('leitung', 'Anders.'))).toBe('result.editSubmitted');
  expect(await refusalOf(link(1, 2))).toBe('result.linkFixed');
  expect(await refusalOf(withdraw('mitglied'))).toBe('who.groupLead');
  expect((await withdraw('leitung')).state).toBe('withdrawn');
  expect(await refusalOf(withdraw('leitung'))).toBe('result.withdrawSettled');

  expect((await edit('mitglied', 'Anders.')).state).toBe('draft');
  expect((await submit()).state).toBe('submitted');
});

test('the notice of a submission shows that it was withdrawn, and nothing of what the group writes afterwards', async () => {
  const notices = async () =>
    (await stage.said()).filter(({ to, text }) => to === 'ag-bildung' && text.startsWith('Zum Beschluss eingereicht'));
  await foundSteering(true);
  await draft();
  await submit();
  await stage.said();

  await withdraw('leitung');
  expect((await notices()).map(({ edit: changed, text }) => [changed, text.split('\n')[1]])).toEqual([
    [true, 'Stand: Zurückgezogen'],
  ]);
  await edit('mitglied', 'Noch unfertig.');
  expect(await notices()).toEqual([]);
  stage.sleepUntil(at('2027-01-12T09:00'));
  await submit();
  expect((await notices()).map(({ edit: changed }) => changed)).toEqual([false]);
});

test('a draft is withdrawn by its author, or by the lead', async () => {
  await draft();

  expect(await refusalOf(withdraw('vertretung'))).toBe('who.groupLead');
  expect((await withdraw('mitglied')).state).toBe('withdrawn');
});

test('an adopted result stays as it is, and its card says so once it is refreshed', async () => {
  const result = await draft();
  await stage.said();
  const decided = at('2027-01-20T12:00');
  stage.sleepUntil(decided);
  await stage.store.transaction(async (tx) => {
    await tx.results.update(result.id, { state: 'adopted', settledAt: decided });
    const fact = await record(tx, stage.process, decided, 'mitwirk', 'vote.close', {});
    await refreshResultCard(tx, fact, result);
  });

  expect((await stage.said()).map(({ edit: changed, text }) => [changed, text.split('\n')[1]])).toEqual([
    [true, 'Stand: Beschlossen'],
  ]);
  expect(await refusalOf(edit('leitung', 'Anders.'))).toBe('result.editAdopted');
  expect(await refusalOf(submit())).toBe('result.submitSettled');
  expect(await refusalOf(withdraw('leitung'))).toBe('result.withdrawSettled');
});

test('the digest learns what was drafted, submitted and settled in its window', async () => {
  await foundSteering();
  await draft('measure');
  await draft('goal');
  await submit();
  stage.sleepUntil(at('2027-01-19T10:00'));
  await withdraw('leitung');
  const facts = (from: string, to: string) =>
    stage.store.transaction((tx) => resultFacts(tx, stage.process, at(from), at(to)));
  const numbers = (results: readonly { readonly number: number }[]) => results.map(({ number }) => number);

  const week = await facts('2027-01-11T08:00', '2027-01-18T08:00');
  const next = await facts('2027-01-18T08:00', '2027-01-25T08:00');

  expect([week.drafted, week.submitted, week.settled].map(numbers)).toEqual([[1, 2], [1], []]);
  expect([next.drafted, next.submitted, next.settled].map(numbers)).toEqual([[], [], [1]]);
});
