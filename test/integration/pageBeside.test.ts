/** The local page never stands beside anything real by itself, and what is done on it never reaches there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { SCOPES } from '../../adapters/slack/scopes.ts';
import { freshServerStore } from '../support/database/stores.ts';
import { suiteNeeding } from '../support/needs.ts';
import { startSlackServer } from '../support/slack/index.ts';
import { type Browser, type Program, type Settings, startProgram } from './page/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mitwirk-beside-'));
const running: Program[] = [];
let places = 0;

afterEach(async () => {
  for (const program of running.splice(0)) await program.stop();
  rmSync(folder, { recursive: true, force: true });
});

function ownFolder(): Settings {
  places += 1;
  return { MITWIRK_DATA: join(folder, String(places)) };
}

async function start(settings: Settings): Promise<Program> {
  const program = await startProgram(settings);
  running.push(program);
  return program;
}

const WEEK_MS = 7 * 24 * 60 * 60_000;
const WEEK = { person: 'vorsitz', minutes: 7 * 24 * 60 };

async function outcome(answer: Promise<Response>): Promise<unknown> {
  const { error } = (await (await answer).json()) as { error?: string };
  return error ?? 'done';
}

/** How many weeks the clock of the page is ahead. */
async function weeksAhead(browser: Browser): Promise<number> {
  const { now } = (await (await browser.get('/api/state')).json()) as { now: string };
  return Math.floor((Date.parse(now) - Date.now()) / WEEK_MS + 0.5);
}

test('beyond loopback the page does not start by itself, and says in one line why; healthz alone does', async () => {
  const anywhere = { ...ownFolder(), MITWIRK_HOST: '0.0.0.0' };

  await expect(start(anywhere)).rejects.toThrow(/^mitwirk: server\.host [^\n]*\(MITWIRK_LOCAL_EXPOSED\) to true\.\n$/);
  const alone = await start({ ...anywhere, MITWIRK_LOCAL: 'false' });
  const statuses = [];
  for (const path of ['/healthz', '/', '/api/state']) statuses.push((await fetch(alone.place + path)).status);

  expect(statuses).toEqual([200, 404, 404]);
  expect(alone.entry()).toMatch(/^http:\/\/localhost:\d+\/healthz$/);
}, 60_000);

test('beyond loopback on request the page needs a token all the same, and the log warns', async () => {
  const exposed = await start({
    ...ownFolder(),
    MITWIRK_HOST: '0.0.0.0',
    MITWIRK_LOCAL_EXPOSED: 'true',
    MITWIRK_EXAMPLE: 'false',
  });

  expect((await fetch(`${exposed.place}/api/state`)).status).toBe(401);
  expect((await (await exposed.enter()).get('/api/state')).status).toBe(200);
  expect(exposed.log()).toContain('can be reached from other machines');
}, 60_000);

test('beside Slack there is no page; asked for, it has neither example nor clock nor reset, and the log warns', async () => {
  const slack = await startSlackServer({ team: { scopes: Object.keys(SCOPES) } });
  const settings = {
    ...ownFolder(),
    SLACK_BOT_TOKEN: slack.team.installation.botToken,
    SLACK_APP_TOKEN: slack.settings.appToken,
    MITWIRK_SLACK_API_URL: slack.apiUrl,
  };
  const unasked = await start(settings);
  const status = (await fetch(`${unasked.place}/`)).status;
  await unasked.stop();

  const asked = await start({ ...settings, MITWIRK_LOCAL: 'true' });
  const browser = await asked.enter();
  const { people, example } = (await (await browser.get('/api/state')).json()) as { people: []; example: boolean };
  const refused = [
    await outcome(browser.post('/api/clock', WEEK)),
    await outcome(browser.post('/api/example/reset', {})),
  ];
  const ahead = await weeksAhead(browser);
  await asked.stop();
  await slack.close();

  expect([status, people, example, refused, ahead]).toEqual([404, [], false, ['real', 'real'], 0]);
  expect(asked.log()).toContain('beside a real chat');
}, 90_000);

test('over a store that knows Slack there is no page either when the settings of Slack are forgotten', async () => {
  const settings = ownFolder();
  await (await start({ ...settings, MITWIRK_LOCAL: 'false' })).stop();
  const database = await openDatabase({ url: null, dataDir: settings.MITWIRK_DATA ?? '' });
  await database.pool.query(
    `insert into mitwirk.rooms (platform, external_id, kind, name) values ('slack', 'T1:C1', 'channel', 'steuerung')`,
  );
  await database.close();

  const forgotten = await start(settings);
  const status = (await fetch(`${forgotten.place}/`)).status;
  await forgotten.stop();
  const asked = await start({ ...settings, MITWIRK_LOCAL: 'true' });

  expect(status).toBe(404);
  expect(forgotten.log()).toContain('the local page stays off');
  expect((await fetch(`${asked.place}/`)).status).toBe(401);
}, 90_000);

test('the clock of an example in a folder is moved, and the real time again after a start beside Slack', async () => {
  const settings = ownFolder();
  const first = await start(settings);
  const browser = await first.enter();
  expect(await outcome(browser.post('/api/clock', WEEK))).toBe('done');
  await first.stop();

  const again = await start(settings);
  const resumed = await weeksAhead(await again.enter());
  await again.stop();
  await (await start({ ...settings, MITWIRK_LOCAL: 'false' })).stop();
  const last = await start(settings);

  expect([resumed, await weeksAhead(await last.enter())]).toEqual([1, 0]);
}, 120_000);

const serverUrl = process.env.TEST_DATABASE_URL;

suiteNeeding(Boolean(serverUrl), 'TEST_DATABASE_URL is not set')('on one PostgreSQL', () => {
  async function ownStore() {
    const store = await freshServerStore(serverUrl ?? '');
    return { store, settings: { ...ownFolder(), DATABASE_URL: store.url } };
  }

  test('neither clock nor reset works while another process is in the store, nor does one come in while the clock is ahead', async () => {
    const { store, settings } = await ownStore();
    const page = await start(settings);
    const browser = await page.enter();
    const replica = await start({ ...settings, MITWIRK_LOCAL: 'false' });

    const beside = [
      await outcome(browser.post('/api/clock', WEEK)),
      await outcome(browser.post('/api/example/reset', {})),
      await weeksAhead(browser),
    ];
    await replica.stop();
    const alone = [await outcome(browser.post('/api/clock', WEEK)), await weeksAhead(browser)];
    await expect(start({ ...settings, MITWIRK_LOCAL: 'false' })).rejects.toThrow(
      'Somebody is practising in this database',
    );
    await page.stop('SIGKILL');
    const later = await start({ ...settings, MITWIRK_LOCAL: 'false' });
    await later.stop();
    const last = await start(settings);
    const inherited = await weeksAhead(await last.enter());
    await last.stop();
    await store.remove();

    expect([beside, alone, inherited]).toEqual([['shared', 'shared', 0], ['done', 1], 0]);
  }, 180_000);

  test('two pages that start together load the example once', async () => {
    const { store, settings } = await ownStore();

    const both = await Promise.all([start(settings), start(settings)]);
    const { rows } = await store.database.pool.query('select from mitwirk.processes');
    for (const page of both) await page.stop();
    await store.remove();

    expect(rows).toHaveLength(1);
  }, 120_000);

  test.each([
    ['a Slack installation', `insert into mitwirk.platform_memory (platform, key, value) values ('slack', 'k', 'v')`],
    [
      'another process',
      `insert into mitwirk.processes (name, zone, locale, digest_weekday, digest_time, vote_profile, example, created_at)
        values ('Stadt', 'Europe/Berlin', 'de', 1, '08:00', 'beirat', false, now())`,
    ],
  ])(
    'with %s in the store nothing is reset and no clock is moved',
    async (_, statement) => {
      const { store, settings } = await ownStore();
      const page = await start(settings);
      const browser = await page.enter();
      const before = await outcome(browser.post('/api/example/reset', {}));
      await store.database.pool.query(statement);

      const refused = [
        await outcome(browser.post('/api/example/reset', {})),
        await outcome(browser.post('/api/clock', WEEK)),
        await weeksAhead(browser),
      ];
      const { rows } = await store.database.pool.query(`select name from mitwirk.processes union all
      select key from mitwirk.platform_memory where platform = 'slack'`);
      await page.stop();
      await store.remove();

      expect([before, refused, rows.length]).toEqual(['done', ['real', 'real', 0], 2]);
    },
    120_000,
  );
});
