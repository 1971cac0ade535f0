/** What the server of the local page lets in, and what it says about itself. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { textsOf } from '../../../../../adapters/local/web/texts.ts';
import type { Database } from '../../../../../adapters/postgres/database/database.ts';
import { Refusal } from '../../../../../src/domain/failure.ts';
import { LANGUAGES } from '../../../../../src/text/catalogue.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { openStage, type Stage } from './stage.ts';

let database: Database;
let stage: Stage;

beforeAll(async () => {
  database = await freshDatabase();
  stage = await openStage(database);
});

afterAll(async () => {
  await stage.close();
  await database.close();
});

test('healthz answers 200 when nothing is the matter, and 503 with what to do otherwise', async () => {
  const down = await openStage(database, { trouble: async () => 'Set the clock right.' });

  const answers = [await stage.get('/healthz'), await down.get('/healthz')];
  await down.close();

  expect(answers.map(({ status, json }) => [status, json])).toEqual([
    [200, { status: 'ok' }],
    [503, { status: 'unavailable', reason: 'Set the clock right.' }],
  ]);
});

test('without the local chat there is nothing but healthz', async () => {
  const closed = await openStage(database, {}, null);

  const statuses = [];
  for (const path of ['/healthz', '/', '/main.js', '/api/state', '/api/events?person=vorsitz']) {
    statuses.push((await closed.get(path)).status);
  }
  await closed.close();

  expect(statuses).toEqual([200, 404, 404, 404, 404]);
});

test('the page may load from its own server only, and nobody may frame it', async () => {
  const { status, headers } = await stage.get('/');

  expect(status).toBe(200);
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
});

test.each(LANGUAGES.map(({ tag }) => tag))(
  'the page comes whole in %s, and its script finds simple texts',
  async (tag) => {
    const { text } = await stage.get('/', { cookie: `other=1; language=${tag}` });

    expect(text).toContain(`<html lang="${tag}">`);
    expect(text).not.toContain('{{');
    const choices = Object.entries(textsOf(tag).texts).filter(([, message]) => /\{\w+,|'|#/.test(message));
    expect(choices).toEqual([]);
  },
);

test.each(['evil.example', 'localhost.evil.example', '127.0.0.2', '[::2]'])(
  'a request to the host %j is refused',
  async (host) => {
    const { status, json } = await stage.get('/api/state', { host });

    expect([status, json]).toEqual([403, { error: 'foreign' }]);
  },
);

test.each(['localhost:1234', '127.0.0.1', '[::1]:3000', 'LOCALHOST'])(
  'a request to the host %s is let in',
  async (host) => {
    expect((await stage.get('/api/texts', { host })).status).toBe(200);
  },
);

test('what another site sends is refused, and has no effect', async () => {
  const body = { name: 'Fremd' };
  const refused = [
    await stage.post('/api/people', body, { origin: 'https://evil.example' }),
    await stage.post('/api/people', body, { origin: 'null' }),
    await stage.post('/api/people', body, { origin: `http://127.0.0.1:${stage.port + 1}` }),
    await stage.post('/api/people', body, { 'sec-fetch-site': 'cross-site' }),
  ];

  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect((await stage.service.timeline.people()).map(({ id }) => id)).toEqual(['leitung', 'vorsitz']);
});

test('the page itself may send', async () => {
  const { status, json } = await stage.post(
    '/api/rooms',
    { name: 'AG Wohnen*' },
    { origin: `http://127.0.0.1:${stage.port}` },
  );

  expect([status, json]).toEqual([200, { id: 'ag-wohnen' }]);
});

test('whom somebody may name in a room is asked of the application', async () => {
  const { status, json } = await stage.get('/api/nameable?person=vorsitz&room=steuerung');

  expect([status, json]).toEqual([200, ['whom vorsitz may name in steuerung']]);
});

test('only JSON of at most 64 kB with the expected keys is read', async () => {
  const say = { person: 'vorsitz', room: 'steuerung', key: 'k'.repeat(20), text: 'Hallo' };

  const statuses = [
    await stage.post('/api/say', say, { 'content-type': 'text/plain' }),
    await stage.post('/api/say', { ...say, text: 'x'.repeat(70_000) }),
    await stage.post('/api/say', { ...say, more: 1 }),
    await stage.post('/api/say', { ...say, key: 'short' }),
    await stage.post('/api/nothing', say),
    await stage.get('/api/say'),
    await stage.get('/../server.ts'),
  ];

  expect(statuses.map(({ status }) => status)).toEqual([415, 413, 400, 400, 404, 404, 404]);
  expect(stage.heard).toEqual([]);
});

test('a port in use is refused with its number', async () => {
  const second = openStageOn(stage.port);

  await expect(second).rejects.toEqual(new Refusal({ code: 'server.portTaken', params: { port: String(stage.port) } }));
});

test('an address of another machine is refused', async () => {
  await expect(openStageOn(0, '192.0.2.1')).rejects.toMatchObject({ failure: { code: 'server.hostUnknown' } });
});

async function openStageOn(port: number, host = '127.0.0.1'): Promise<unknown> {
  const { createWebServer } = await import('../../../../../adapters/local/web/server.ts');
  const { service, clock } = stage;
  const log = { info() {}, warn() {}, error() {} };
  const server = createWebServer({
    service: () => service,
    clock,
    zone: 'Europe/Berlin',
    locale: 'de',
    title: async () => null,
    trouble: async () => null,
    page: null,
    log,
  });
  return server.listen(port, host).finally(() => server.close());
}
