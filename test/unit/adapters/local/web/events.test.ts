/** The stream of events: everything a person may see arrives once and in order, also after an interruption. */
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { openStage, PRACTICE, type Stage, sessionIn, VOTE } from './stage.ts';

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
    return null;
  };
  stage = await openStage(database, {}, { practice: { ...PRACTICE, reset } });
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
    const options = { port: stage.port, host: '127.0.0.1', path, headers: { cookie: stage.session, ...headers } };
    const asking = get(options, (response) => resolve(read(response)));
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

test('a move that is refused tells every page what the clock shows, and that it cannot be moved', async () => {
  const practice = { ...PRACTICE, possible: async () => false, moveClock: async () => 'real' as const };
  const real = await openStage(database, {}, { practice });
  const { cursor } = (await real.get('/api/state?person=leitung')).json;
  const path = `/api/events?person=leitung&after=${cursor}`;
  const options = { port: real.port, host: '127.0.0.1', path, headers: { cookie: real.session } };
  const stream = await new Promise<Stream>((resolve) => get(options, (response) => resolve(read(response))));
  await until(() => stream.events.length === 1);

  await real.post('/api/clock', { person: 'vorsitz', minutes: 60 });

  await until(() => stream.events.length === 2);
  expect(stream.events[1]).toMatchObject({ event: 'clock', data: { now: '2027-01-11T08:00:00.000Z', example: false } });
  await real.close();
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

/** The status and the error of a stream that is asked for; whoever gets it keeps it. */
async function follow(cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const path = '/api/events?person=leitung&after=';
    const asking = get({ port: stage.port, host: '127.0.0.1', path, headers: { cookie } }, (response) => {
      if (response.statusCode === 200) {
        read(response);
        resolve('200');
        return;
      }
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve(`${response.statusCode} ${JSON.parse(text).error}`));
    });
    asking.on('error', reject);
  });
}

test('one browser follows five times at most, also all at once, and again when it has left one', async () => {
  const asked = await Promise.all(Array.from({ length: 12 }, () => follow(stage.session)));
  const other = await follow(sessionIn(await stage.ask('GET', `/${stage.entry()}`)));
  streams[0]?.leave();
  await streams[0]?.ended;
  let again = await follow(stage.session);
  for (let tries = 0; again !== '200' && tries < 100; tries++) again = await follow(stage.session);

  expect(asked.filter((answer) => answer === '200')).toHaveLength(5);
  expect(new Set(asked)).toEqual(new Set(['200', '429 tabs']));
  expect([other, again]).toEqual(['200', '200']);
});

test('all browsers together follow two hundred times at most', async () => {
  const sessions = [];
  for (let count = 0; count < 41; count++) sessions.push(sessionIn(await stage.ask('GET', `/${stage.entry()}`)));

  const answers = [];
  for (const session of sessions) {
    for (let count = 0; count < 5; count++) answers.push(await follow(session));
  }

  expect(answers.slice(0, 200).every((answer) => answer === '200')).toBe(true);
  expect(new Set(answers.slice(200))).toEqual(new Set(['503 full']));
});

test('a page that has missed more than it would take up begins anew', async () => {
  const before = await cursorOf('leitung');
  const at = stage.clock.now();
  for (let number = 0; number < 200; number++) {
    const entry = { room: 'steuerung', author: 'vorsitz', onlyFor: null, text: `Nr. ${number}`, card: null, at };
    await stage.service.timeline.append(`n${number}`, entry);
  }

  const stream = await listen('leitung', before);

  await until(() => stream.events.length > 0);
  expect(stream.events).toEqual([{ id: '', event: 'reset', data: { cleared: false } }]);
});

test.each(['.5', '.-1', '.1.5', '.x', `.${'9'.repeat(30)}`])(
  'a page that goes on from %s, which it cannot know, begins anew',
  async (place) => {
    const [mark = ''] = (await cursorOf('leitung')).split('.');

    const stream = await listen('leitung', `${mark}${place}`);

    await until(() => stream.events.length > 0);
    expect(stream.events.map(({ event }) => event)).toEqual(['reset']);
  },
);
