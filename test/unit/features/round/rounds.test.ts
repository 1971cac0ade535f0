/** Opening a round and contributing to it: who may, what is shown to whom. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closeEarly } from '../../../../src/features/round/acts/close.ts';
import { editContribution, withdrawContribution } from '../../../../src/features/round/acts/revise.ts';
import { roundFacts } from '../../../../src/features/round/read/digestFacts.ts';
import { showContribution, showRound } from '../../../../src/features/round/read/show.ts';
import { at, type House, on, openHouse, refusalOf } from '../task/stage.ts';
import { part, R1, type RoundStage, setRoundStage } from './stage.ts';

let house: House;
let stage: RoundStage;

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  stage = await setRoundStage(house);
});
afterAll(() => house.close());

describe('opening a round', () => {
  test('posts its card and plans two reminders and the end', async () => {
    const round = await stage.open();

    const heard = await stage.said();

    expect(heard.map(({ to, edit }) => [to, edit])).toEqual([['ag-bildung', false]]);
    expect(heard[0]?.text).toContain('0 von 3 haben geantwortet');
    expect(await stage.pendingKinds(round.id)).toEqual(['round.halfTime', 'round.lastCall', 'round.close']);
  });

  test('without a date it runs for fourteen days', async () => {
    expect((await stage.open('named', null)).deadline).toEqual(on('2027-01-25'));
  });

  test('is for the lead and the coordinator, and needs a deadline ahead', async () => {
    expect(await refusalOf(stage.open('named', null, 'mitglied'))).toBe('who.groupLead');
    expect(await refusalOf(stage.open('named', '2027-01-10'))).toBe('round.past');
    expect(await refusalOf(stage.open('named', null, 'koordination'))).toBe('not refused');
  });
});

describe('giving', () => {
  test('counts people on the card in place, however often one of them writes', async () => {
    await stage.open();
    await stage.said();

    await stage.give('mitglied', 'Erstens.');
    await stage.give('mitglied', 'Zweitens.', { direct: true });

    const heard = await stage.said();
    expect(heard.every(({ to, edit }) => to === 'ag-bildung' && edit)).toBe(true);
    expect(heard.at(-1)?.text).toContain('1 von 3 hat geantwortet');
    expect(heard.map(({ text }) => text).join()).not.toContain('Erstens');
  });

  test('is for members and the coordinator', async () => {
    await stage.open();

    expect(await refusalOf(stage.give('fremd', 'Auch ich.'))).toBe('round.notInvited');
    expect(await refusalOf(stage.give('koordination', 'Auch ich.'))).toBe('not refused');
  });

  test('asks which round is meant when several are open, and says so when there is none', async () => {
    expect(await refusalOf(stage.give('mitglied', 'Text'))).toBe('round.none');
    await stage.open();
    await stage.open();

    expect(await refusalOf(stage.give('mitglied', 'Text'))).toBe('round.which');
  });

  test('is over with the deadline, even while the bot has not closed the round yet', async () => {
    await stage.open();
    stage.sleepUntil(at('2027-01-30T00:00'));

    expect(await refusalOf(stage.give('mitglied', 'zu spät'))).toBe('round.closed');
  });
});

describe('a contribution', () => {
  test('is changed and withdrawn by its giver alone', async () => {
    await stage.open();
    await stage.give('mitglied', 'Erstens.');
    const edit = (name: string) =>
      stage.as(name, (tx, caller) => editContribution(tx, caller, { ref: part(1), text: 'Neu.' }));
    const withdraw = (name: string) => stage.as(name, (tx, caller) => withdrawContribution(tx, caller, part(1)));

    expect(await refusalOf(edit('leitung'))).toBe('contribution.notYours');
    expect((await edit('mitglied')).contribution.text).toBe('Neu.');
    expect(await refusalOf(withdraw('koordination'))).toBe('contribution.notYours');
    await withdraw('mitglied');

    expect(await refusalOf(edit('mitglied'))).toBe('contribution.withdrawn');
    const { view } = await stage.as('mitglied', (tx, caller) => showRound(tx, caller, R1));
    expect(view.participation.answered).toBe(0);
  });

  test('is shown to others only after the end', async () => {
    await stage.open();
    await stage.give('mitglied', 'Erstens.');
    const show = (name: string) => stage.as(name, (tx, caller) => showContribution(tx, caller, part(1)));

    expect(await refusalOf(show('leitung'))).toBe('contribution.hidden');
    expect((await show('mitglied')).contribution.text).toBe('Erstens.');
    await stage.as('leitung', (tx, caller) => closeEarly(tx, caller, null));

    expect((await show('leitung')).contribution.text).toBe('Erstens.');
    expect(await refusalOf(show('fremd'))).toBe('who.member');
  });
});

test('the digest learns what was opened and closed in its window and how far the rest is', async () => {
  await stage.open();
  await stage.give('mitglied', 'Erstens.');
  await stage.give('mitglied', 'Zweitens.');
  await stage.as('leitung', (tx, caller) => closeEarly(tx, caller, null));
  await stage.open();
  const facts = (from: string, to: string) =>
    stage.store.transaction((tx) => roundFacts(tx, stage.process, at(from), at(to)));

  const week = await facts('2027-01-11T08:00', '2027-01-18T08:00');
  const next = await facts('2027-01-18T08:00', '2027-01-25T08:00');

  expect(week.opened.map(({ number }) => number)).toEqual([1, 2]);
  expect(week.closed).toMatchObject([{ round: { number: 1 }, contributions: 2, people: 1 }]);
  expect(next).toMatchObject({ opened: [], closed: [], open: [{ round: { number: 2 }, answered: 0, invited: 3 }] });
});
