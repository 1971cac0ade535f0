/** A round in the course of time: who is reminded, how it ends, and what an anonymous one never tells. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closeEarly } from '../../../../src/features/round/acts/close.ts';
import { reopenRound } from '../../../../src/features/round/acts/reopen.ts';
import { editContribution } from '../../../../src/features/round/acts/revise.ts';
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

describe('reminders', () => {
  test('reach those who are silent, are there and want them, but not who asks; the coordinator hears whose side is missing', async () => {
    await stage.open();
    await stage.give('mitglied', 'Erstens.');
    await stage.change('vertretung', { reminders: false });
    await stage.said();

    await stage.wakeAt(at('2027-01-20T16:30'));

    expect((await stage.said()).map(({ to, card }) => [to, card.attention])).toEqual([['koordination', 'quiet']]);
  });

  test('leave out whoever is away', async () => {
    await stage.open();
    const [from, to] = [on('2027-01-18').date, on('2027-01-22').date];
    await stage.change('mitglied', { absence: { from, to, deputyId: stage.who('vertretung').id } });
    await stage.said();

    await stage.wakeAt(at('2027-01-20T16:30'));

    expect((await stage.said()).map(({ to: whom }) => whom)).toEqual(['vertretung', 'koordination']);
  });

  test('after a standstill come once, or not at all when the round is over', async () => {
    const round = await stage.open();
    await stage.said();

    await stage.wakeAt(at('2027-01-28T10:00'));
    const lastCall = await stage.said();

    expect(lastCall.map(({ to }) => to)).toEqual(['mitglied', 'vertretung']);
    expect(lastCall[0]?.text).toContain('Bald zu Ende: R-1');
    expect(await stage.pendingKinds(round.id)).toEqual(['round.close']);
  });

  test('older than the catch-up window are not sent late, but the end still happens', async () => {
    await stage.open('named', '2027-03-31');
    await stage.said();

    await stage.wakeAt(at('2027-03-01T10:00'));
    expect(await stage.said()).toEqual([]);
    await stage.wakeAt(at('2027-04-20T10:00'));

    expect((await stage.said()).map(({ edit, text }) => [edit, text.split('\n')[0]])).toEqual([
      [true, 'Beteiligungsrunde R-1 · AG Bildung (beendet)'],
      [false, 'R-1 ist beendet: Das ist zusammengekommen'],
    ]);
  });
});

describe('the end of a round', () => {
  test('comes early by the lead, takes its reminders back and puts everything into the room', async () => {
    const round = await stage.open();
    await stage.give('mitglied', 'Erstens.');
    await stage.give('leitung', 'Die Wege sind weit.', { behalfOf: 'Elternbeirat' });
    await stage.said();

    expect(await refusalOf(stage.as('mitglied', (tx, caller) => closeEarly(tx, caller, null)))).toBe('who.groupLead');
    await stage.as('leitung', (tx, caller) => closeEarly(tx, caller, null));

    const [card, summary] = await stage.said();
    expect(card?.edit).toBe(true);
    expect(summary?.text).toContain('- R-1.1 Person mitglied (Bildung): Erstens.');
    expect(summary?.text).toContain('- R-1.2 Elternbeirat (eingetragen von Person leitung): Die Wege sind weit.');
    expect(await stage.pendingKinds(round.id)).toEqual([]);
    expect(await refusalOf(stage.as('leitung', (tx, caller) => closeEarly(tx, caller, null)))).toBe('round.closed');
  });

  test('is not the last word: reopened it asks only those who have not answered, and closes again', async () => {
    await stage.open();
    await stage.give('mitglied', 'Erstens.');
    await stage.as('leitung', (tx, caller) => closeEarly(tx, caller, null));
    await stage.said();
    const reopen = (until: string | null) => {
      const input = { ref: R1, until: until === null ? null : on(until) };
      return stage.as('leitung', (tx, caller) => reopenRound(tx, caller, input));
    };

    expect(await refusalOf(reopen(null))).toBe('round.until');
    expect(await refusalOf(reopen('2027-01-01'))).toBe('round.past');
    await reopen('2027-02-05');

    const heard = await stage.said();
    expect(heard.filter(({ to }) => to === 'ag-bildung').map(({ edit }) => edit)).toEqual([true, false]);
    expect(heard.flatMap(({ to }) => (to === 'ag-bildung' ? [] : [to]))).toEqual(['vertretung']);
    expect(await refusalOf(reopen('2027-02-12'))).toBe('round.stillOpen');
    await stage.wakeAt(at('2027-02-06T00:00'));
    expect((await stage.said()).at(-1)?.text).toContain('R-1 ist beendet');
  });
});

describe('an anonymous round', () => {
  test('leaves no trace of who wrote in the room, in reminders or in the log', async () => {
    const author = stage.who('mitglied');
    await stage.open('anonymous');
    const before = (await stage.audit()).length;
    await stage.give('mitglied', 'Erstens.');
    await stage.as('mitglied', (tx, caller) => editContribution(tx, caller, { ref: part(1), text: 'Anders.' }));
    await stage.wakeAt(at('2027-01-20T16:30'));
    await stage.wakeAt(at('2027-01-30T00:00'));

    const heard = await stage.said();
    const log = (await stage.audit()).slice(before);
    expect(heard.at(-1)?.text).toContain('- R-1.1: Anders.');
    expect(heard.map(({ text }) => text).join('\n')).not.toContain(author.name);
    expect(log.map(({ action }) => action)).toEqual([
      'round.contribute',
      'round.edit',
      'round.halfTime',
      'round.close',
    ]);
    expect(JSON.stringify(log)).not.toContain(author.token);
    expect(heard.some(({ to }) => to === 'koordination')).toBe(false);
  });

  test('keeps no stakeholder kind with a contribution', async () => {
    await stage.open('anonymous');

    expect((await stage.give('mitglied', 'Erstens.')).contribution.kind).toBeNull();
  });
});
