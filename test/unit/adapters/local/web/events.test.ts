/** The stream of events: everything a person may see arrives once and in order, also after an interruption. */
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { openStage, type Stage, VOTE } from './stage.ts';

let database: Database;
let stage: Stage;
let resets = 0;
const streams: Stream[] = [];

interface Event {
  readonly id: string;
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
  readonly data: any;
}

interface Stream {
  readonly events: Event[];
  readonly ended: Promise<void>;
  leave(): void;
}

beforeEach(async () => {
  database = await freshDatabase();
  resets = 0;
  const reset = async () => {
    resets += 1;
  };
  stage = await openStage(database, { example: { present: async () => true, reset } });
});

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.leave();
  await stage.close();
  await database.close();
});

async function cursorOf(person: string): Promise<string> {
  return (await stage.get(`/api/state?person=${person}`)).json.cursor;
}

function listen(person: string, after: string, headers: Readonly<Record<string, string>> = {}): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const path = `/api/events?person=${person}&after=${after}`;
    const asking = get({ port: stage.port, host: '127.0.0.1', path, headers }, (response) => resolve(read(response)));
    asking.on('error', reject);
  });
}

function read(response: IncomingMessage): Stream {
  const events: Event[] = [];
  let rest = '';
  response.setEncoding('utf8').on('data', (part: string) => {
    const blocks = (rest + part).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const values = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s)));
      if (values.event) events.push({ id: values.id ?? '', event: values.event, data: JSON.parse(values.data) });
    }
  });
  const ended = new Promise<void>((resolve) => response.on('close', resolve));
  response.on('error', () => {});
  const stream = { events, ended, leave: () => response.destroy() };
  streams.push(stream);
  return stream;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo() && tries < 200; tries++) await sleep(10);
  expect(isSo()).toBe(true);
}

function textsOf({ events }: Stream): readonly string[] {
  return events.filter(({ event }) => event === 'message').map(({ data }) => data.text ?? data.card.title);
}

function say(text: string, room = 'steuerung', person = 'vorsitz') {
  return stage.post('/api/say', { person, room, text, key: `key-for-${text.replace(/\W/g, '')}-xxxxxxxx` });
}

test('what is said arrives at every open page that may see it, and at no other', async () => {
  const own = await listen('vorsitz', await cursorOf('vorsitz'));
  const other = await listen('leitung', await cursorOf('leitung'));

  await say('/ich');
  await say('geheim', 'dm/vorsitz');
  await say('Schluss');

  await until(() => textsOf(other).includes('Schluss') && textsOf(own).includes('Schluss'));
  expect(textsOf(own)).toEqual(['/ich', 'Antwort', 'geheim', 'Schluss']);
  expect(textsOf(other)).toEqual(['Schluss']);
});

test('after an interruption the page gets what it missed, in order and once', async () => {
  const before = await listen('leitung', await cursorOf('leitung'));
  await say('eins');
  await until(() => textsOf(before).length === 1);
  before.leave();
  await say('zwei');
  await say('drei');

  const last = before.events.findLast(({ event }) => event === 'message')?.id ?? '';
  const after = await listen('leitung', 'ignored', { 'last-event-id': last });
  await say('vier');

  await until(() => textsOf(after).length === 3);
  expect(textsOf(after)).toEqual(['zwei', 'drei', 'vier']);
});

test('a changed message arrives with the place and time it had', async () => {
  const at = stage.clock.now();
  const entry = { room: 'steuerung', author: null, onlyFor: null, text: null, card: VOTE, at };
  const { messageId } = await stage.service.timeline.append('vote', entry);
  const stream = await listen('leitung', await cursorOf('leitung'));
  await stage.service.timeline.change(
    'vote 2',
    messageId,
    { ...VOTE, title: 'B-1 neu' },
    new Date(at.getTime() + 60_000),
  );
  await say('danach');

  await until(() => textsOf(stream).includes('danach'));
  const changed = stream.events.find(({ data }) => data.id === messageId)?.data;
  expect(changed).toMatchObject({ order: 1, at: '2027-01-11T08:00:00.000Z', changedAt: '2027-01-11T08:01:00.000Z' });
});

test('a page whose numbers are of another start of the application begins anew', async () => {
  const stream = await listen('leitung', 'another.5');

  await until(() => stream.events.length > 0);
  expect(stream.events).toEqual([{ id: '', event: 'reset', data: { cleared: false } }]);
});

test('a reset of the example tells every page', async () => {
  const stream = await listen('leitung', await cursorOf('leitung'));

  expect((await stage.post('/api/example/reset', {})).status).toBe(200);

  await until(() => stream.events.some(({ event, data }) => event === 'reset' && data.cleared));
  expect(resets).toBe(1);
});

test('the clock tells every page each time at which something was done', async () => {
  const stream = await listen('leitung', await cursorOf('leitung'));

  await stage.post('/api/clock', { person: 'vorsitz', minutes: 24 * 60 });

  await until(() => stream.events.at(-1)?.data.now === '2027-01-12T08:00:00.000Z');
  expect(stream.events.map(({ event, data }) => `${event} ${data.now ?? data.at}`)).toEqual([
    'clock 2027-01-11T08:00:00.000Z',
    'message 2027-01-11T11:00:00.000Z',
    'clock 2027-01-11T11:00:00.000Z',
    'clock 2027-01-12T08:00:00.000Z',
  ]);
});

test('new people and rooms appear on every page', async () => {
  const stream = await listen('leitung', await cursorOf('leitung'));

  await stage.post('/api/people', { name: 'Beirat' });

  await until(() => stream.events.some(({ event }) => event === 'places'));
  expect(stream.events.at(-1)?.data.people).toContainEqual({ id: 'beirat', name: 'Beirat' });
});

test('closing the server ends the streams', async () => {
  const stream = await listen('leitung', await cursorOf('leitung'));

  await stage.close();

  await stream.ended;
});
