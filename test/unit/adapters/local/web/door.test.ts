/** Nobody gets onto the page without a token, and each token lets one browser in. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { openStage, PRACTICE, type Stage, sessionIn } from './stage.ts';

let database: Database;
let stage: Stage;
let resets = 0;

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
  await stage.close();
  await database.close();
  expect(stage.faults).toEqual([]);
});

const JSON_BODY = { 'content-type': 'application/json' };
const WEEK = { person: 'vorsitz', minutes: 7 * 24 * 60 };

/** Cookies that prove nothing: guessed, changed, of another key. */
function forgeries(session: string): readonly string[] {
  const [name = '', value = ''] = session.split('=');
  const [id = '', proof = ''] = value.split('.');
  return ['', value.slice(1), id, `${id}.`, `.${proof}`, `x${id}.${proof}`, `${id}.${proof}x`, '.', `${id}.${id}`].map(
    (word) => `${name}=${word}`,
  );
}

test('without a session the clock does not move, nothing is reset, said or pressed, and nothing is read', async () => {
  const person = 'vorsitz';
  const answers = [
    await stage.ask('POST', '/api/clock', JSON_BODY, WEEK),
    await stage.ask('POST', '/api/example/reset', JSON_BODY, {}),
    await stage.ask('POST', '/api/say', JSON_BODY, { person, room: 'steuerung', text: '/ich', key: 'k'.repeat(20) }),
    await stage.ask('POST', '/api/people', JSON_BODY, { name: 'Fremd' }),
    await stage.ask('GET', '/api/state?person=vorsitz'),
    await stage.ask('GET', '/api/texts'),
    await stage.ask('GET', '/api/events?person=vorsitz'),
    await stage.ask('GET', '/main.js'),
    await stage.ask('GET', '/nothing'),
    await stage.ask('DELETE', '/'),
  ];

  expect(answers.map(({ status, json }) => [status, json])).toEqual(answers.map(() => [401, { error: 'session' }]));
  expect(stage.clock.now()).toEqual(new Date('2027-01-11T08:00:00Z'));
  expect([resets, stage.heard.length, (await stage.service.timeline.people()).length]).toEqual([0, 0, 2]);
});

test('healthz needs no session', async () => {
  expect((await stage.ask('GET', '/healthz')).status).toBe(200);
});

test('a person who has not been let in reads in every language where the address stands, and nothing else', async () => {
  for (const [path, headers] of [
    ['/', {}],
    ['/?person=vorsitz', {}],
    ['/index.html', { accept: 'text/html,*/*' }],
  ] as const) {
    const { status, text, headers: sent } = await stage.ask('GET', path, headers);

    expect(status).toBe(401);
    expect(text).toContain('<section lang="de">');
    expect(text).toContain('<section lang="en">');
    expect(text).not.toMatch(/\{\{|<script|<link|vorsitz/);
    expect(sent['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  }
});

test('the token begins a session that scripts cannot read and other sites do not send, and leaves the address', async () => {
  const { status, headers } = await stage.ask('GET', `/${stage.entry()}&person=leitung&room=ag-bildung`);

  expect(status).toBe(303);
  expect(headers.location).toBe('/?person=leitung&room=ag-bildung');
  expect(String(headers['set-cookie'])).toMatch(
    new RegExp(`^mitwirk-session-${stage.port}=[\\w-]{43}\\.[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
  );
});

test('a token is used up by the browser that comes in with it, and the next one is another', async () => {
  const first = stage.entry();
  const entered = await stage.ask('GET', `/${first}`);
  const second = stage.entry();

  const again = await stage.ask('GET', `/${first}`);
  const other = await stage.ask('GET', `/${second}`);

  expect([entered.status, again.status, other.status]).toEqual([303, 401, 303]);
  expect(again.headers['set-cookie']).toBeUndefined();
  expect(new Set([first, second, stage.entry()]).size).toBe(3);
  expect(sessionIn(entered)).not.toBe(sessionIn(other));
  for (const cookie of [sessionIn(entered), sessionIn(other)]) {
    expect((await stage.ask('GET', '/api/texts', { cookie })).status).toBe(200);
  }
});

test.each(['', 'x', '%00', 'x'.repeat(5000)])(
  'the wrong token %j lets nobody in and uses nothing up',
  async (token) => {
    const before = stage.entry();

    const { status, headers } = await stage.ask('GET', `/?token=${token}`);

    expect([status, headers['set-cookie'], stage.entry()]).toEqual([401, undefined, before]);
  },
);

test('a token is used up by coming in alone: not by a look at the head, another path, another site or another name', async () => {
  const before = stage.entry();
  const tries = [
    await stage.ask('HEAD', `/${before}`),
    await stage.ask('POST', `/${before}`, JSON_BODY, {}),
    await stage.ask('GET', `/main.js${before}`),
    await stage.ask('GET', `/${before}`, { 'sec-fetch-site': 'cross-site' }),
    await stage.ask('GET', `/${before}`, { host: 'evil.example' }),
  ];

  expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 403, 403]);
  expect(stage.entry()).toBe(before);
});

test('whoever is in already comes in by any address of the page, and uses none up', async () => {
  const unused = stage.entry();

  const answers = [await stage.get(`/${unused}&person=leitung`), await stage.get('/?token=used')];

  expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
    [303, '/?person=leitung'],
    [303, '/'],
  ]);
  expect(stage.entry()).toBe(unused);
});

test('a session is proved by its cookie and by nothing like it', async () => {
  const statuses = [];
  for (const cookie of forgeries(stage.session))
    statuses.push((await stage.ask('GET', '/api/texts', { cookie })).status);

  expect(new Set(statuses)).toEqual(new Set([401]));
  expect((await stage.ask('GET', '/api/texts', { cookie: `a=b; ${stage.session}; c=d` })).status).toBe(200);
});

test('a session outlasts a restart with the same key, and no other', async () => {
  const value = stage.session.split('=')[1];
  const [same, other] = [await openStage(database), await openStage(database, {}, { sessionKey: 'other' })];

  const statuses = [];
  for (const { ask, port } of [same, other]) {
    statuses.push((await ask('GET', '/api/texts', { cookie: `mitwirk-session-${port}=${value}` })).status);
  }
  await same.close();
  await other.close();

  expect(statuses).toEqual([200, 401]);
});

test.each(['//', '//evil.example/', 'http://evil.example/', 'http://127.0.0.1/', '/\\evil.example', '*'])(
  'a request for %s is refused, and is nothing to log',
  async (target) => {
    const { status, json } = await stage.get(target);

    expect([status, json]).toEqual([400, { error: 'invalid' }]);
  },
);
