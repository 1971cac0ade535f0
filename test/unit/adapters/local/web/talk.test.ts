/** What people see and do on the local page: their own answers, one effect for one press, a clock that moves. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { openStage, type Stage, VOTE, YES } from './stage.ts';

let database: Database;
let stage: Stage;

beforeEach(async () => {
  database = await freshDatabase();
  stage = await openStage(database);
});

afterEach(async () => {
  await stage.close();
  await database.close();
  expect(stage.faults).toEqual([]);
});

const key = (number: number) => `key-of-this-act-${number}`;

function say(person: string, room: string, text: string, number: number) {
  return stage.post('/api/say', { person, room, text, key: key(number) });
}

async function seenBy(person: string) {
  const { json } = await stage.get(`/api/state?person=${person}`);
  const rooms: Record<
    string,
    { messages: { text: string | null; card: { title: string } | null; private: boolean }[] }
  > = json.newest;
  return Object.fromEntries(
    Object.entries(rooms).map(([room, { messages }]) => [
      room,
      messages.map(({ text, card, private: own }) => (text ?? card?.title) + (own ? ' (private)' : '')),
    ]),
  );
}

test('a typed command, its answer and a direct chat are seen by their person alone', async () => {
  await say('vorsitz', 'steuerung', '/ich', 1);
  await say('vorsitz', 'steuerung', 'Guten Tag', 2);
  await say('vorsitz', 'dm/vorsitz', 'ganz unter uns', 3);

  expect(await seenBy('vorsitz')).toEqual({
    steuerung: ['/ich (private)', 'Antwort (private)', 'Guten Tag'],
    'ag-bildung': [],
    'dm/vorsitz': ['ganz unter uns'],
  });
  expect(await seenBy('leitung')).toEqual({ steuerung: ['Guten Tag'], 'ag-bildung': [], 'dm/leitung': [] });
});

test('nobody speaks in the direct chat of somebody else, in an unknown room, or as an unknown person', async () => {
  const refused = [
    await say('vorsitz', 'dm/leitung', 'Hallo', 1),
    await say('vorsitz', 'nirgends', 'Hallo', 2),
    await say('niemand', 'steuerung', 'Hallo', 3),
  ];

  expect(refused.map(({ status, json }) => [status, json.error])).toEqual(Array(3).fill([404, 'gone']));
  expect(stage.heard).toEqual([]);
});

test('the same words with the same key are said once', async () => {
  await Promise.all([say('vorsitz', 'steuerung', 'Guten Tag', 1), say('vorsitz', 'steuerung', 'Guten Tag', 1)]);

  expect((await seenBy('leitung')).steuerung).toEqual(['Guten Tag']);
  expect(new Set(stage.heard.map((inbound) => inbound.key)).size).toBe(1);
});

test('the same key of two people is two acts', async () => {
  await say('vorsitz', 'steuerung', 'Ja', 1);
  await say('leitung', 'steuerung', 'Nein', 1);

  expect((await seenBy('leitung')).steuerung).toEqual(['Ja', 'Nein']);
});

test('a button is pressed by what it carries; what no button of that message carries is refused', async () => {
  const at = stage.clock.now();
  const entry = { room: 'steuerung', author: null, onlyFor: null, text: null, card: VOTE, at };
  const { messageId } = await stage.service.timeline.append('vote', entry);
  const press = (carried: unknown, number: number) =>
    stage.post('/api/press', { person: 'vorsitz', room: 'steuerung', message: messageId, carried, key: key(number) });

  const pressed = await press(YES, 1);
  const invented = await press({ code: 'process.archive', args: { confirmed: 'true' }, process: 1 }, 2);
  const typed = await press('/process archive', 3);

  expect(pressed.json.refused).toBeNull();
  expect([invented, typed].map(({ json }) => json.refused.code)).toEqual(['button.gone', 'button.gone']);
  expect(stage.heard.map(({ what }) => what)).toEqual([{ kind: 'press', ...YES }]);
});

test('a form names the field that was wrong', async () => {
  const form = { person: 'vorsitz', room: 'steuerung', command: 'task.add' };

  const refused = await stage.post('/api/form', { ...form, values: {}, key: key(1) });
  const accepted = await stage.post('/api/form', { ...form, values: { text: 'Sprachcafé' }, key: key(2) });

  expect([refused.json.refused, accepted.json.refused]).toEqual([{ code: 'field.missing', field: 'text' }, null]);
});

test('the clock moves by a span, to a moment, to what is due next, and never back or too far', async () => {
  const move = async (how: object) => {
    const { status, json } = await stage.post('/api/clock', { person: 'leitung', ...how });
    return status === 200 ? json : json.error;
  };

  const moves = [
    await move({ minutes: 60 }),
    await move({ next: true }),
    await move({ next: true }),
    await move({ to: '2027-01-12T08:00' }),
    await move({ to: '2027-01-12T07:59' }),
    await move({ minutes: 500 * 24 * 60 }),
    await move({ to: '2027-02-30T08:00' }),
  ];

  expect(moves).toEqual([
    { now: '2027-01-11T09:00:00.000Z', rooms: {} },
    { now: '2027-01-11T11:00:00.000Z', rooms: { steuerung: 1 } },
    'clockIdle',
    { now: '2027-01-12T07:00:00.000Z', rooms: {} },
    'clockBack',
    'clockFar',
    'invalid',
  ]);
});

test('new people and rooms get ids that can be typed, and no two the same', async () => {
  const made = [
    await stage.post('/api/people', { name: 'Leitung AG Bildung' }),
    await stage.post('/api/people', { name: 'Leitung: AG *Bildung*' }),
    await stage.post('/api/people', { name: 'Bürger*innen' }),
    await stage.post('/api/people', { name: ' *** ' }),
    await stage.post('/api/people', { name: '' }),
  ];

  expect(made.map(({ json }) => json.id ?? json.error)).toEqual([
    'leitung-ag-bildung',
    'leitung-ag-bildung-2',
    'buergerinnen',
    'name',
    'invalid',
  ]);
});

test('of a long conversation the newest part comes first, earlier ones when asked for', async () => {
  for (let number = 1; number <= 130; number++) {
    const entry = { room: 'steuerung', author: 'leitung', onlyFor: null, text: `Nr. ${number}`, card: null };
    await stage.service.timeline.append(`n${number}`, { ...entry, at: stage.clock.now() });
  }

  const { json: state } = await stage.get('/api/state?person=vorsitz');
  const newest = state.newest.steuerung;
  const { json: before } = await stage.get(
    `/api/history?person=vorsitz&room=steuerung&before=${newest.messages[0].order}`,
  );

  expect([newest.messages.length, newest.messages.at(-1).text, newest.earlier]).toEqual([60, 'Nr. 130', true]);
  expect([before.messages[0].text, before.messages.at(-1).text, before.earlier]).toEqual(['Nr. 11', 'Nr. 70', true]);
});

test('completion knows the words of every language', async () => {
  const { json } = await stage.get('/api/state?person=vorsitz&locale=en');

  expect(json.commands).toMatchObject([{ words: '/vote yes', typed: ['/beschluss ja', '/vote yes'] }]);
});
