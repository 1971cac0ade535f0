/** Several workspaces: installed by consent, kept apart, their tokens encrypted, renewed in time and forgotten on removal. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { createPlatformMemory } from '../../../adapters/postgres/platformMemory.ts';
import { createInstallations } from '../../../adapters/slack/install/installations.ts';
import { createSeal } from '../../../src/ports/seal.ts';
import { freshDatabase } from '../../support/database.ts';
import { rotate } from '../../support/slack/api/oauth.ts';
import { httpDriver, type Workspace } from '../../support/slack/index.ts';
import { install } from '../../support/slackConsent.ts';
import { openStage, type Stage, TOKEN_KEY } from '../../support/slackStage.ts';

let database: Database;
let stage: Stage;

beforeAll(async () => {
  database = await freshDatabase();
  stage = await openStage(database, { byConsent: true });
});
afterAll(async () => {
  await stage.close();
  await database.close();
});

const people = (team: Workspace) => httpDriver(stage.slack, { url: stage.url() }, team);

async function stored(): Promise<readonly { key: string; value: string }[]> {
  const { rows } = await database.pool.query('select key, value from mitwirk.platform_memory order by key');
  return rows;
}

test('an event of a workspace that has not installed the app is dropped', async () => {
  const { slack } = stage;
  const user = slack.team.addUser('koordination', { displayName: 'Koordination' });
  const channel = slack.team.addChannel('steuerung', { members: [user] });

  const { status, body } = await people(slack.team).slash(user, channel, '/mitwirk', 'status');
  await stage.settle();

  expect([status, body]).toEqual([200, null]);
  expect(slack.ephemeralsFor(user)).toHaveLength(0);
});

test('consent without the state it began with installs nothing', async () => {
  expect(await install(stage, stage.slack.team, { state: 'forged' })).toBeGreaterThanOrEqual(400);
  expect(await install(stage, stage.slack.team, { cookie: false })).toBeGreaterThanOrEqual(400);
  expect(await stored()).toEqual([]);
});

test('two workspaces install the app, and the same ids in both do not mix', async () => {
  const { slack } = stage;
  const other = slack.addTeam({ id: 'T0OTHER', scopes: slack.team.installation.scopes ?? [] });
  expect(await install(stage, slack.team)).toBe(200);
  expect(await install(stage, other)).toBe(200);
  for (const team of [slack.team, other]) {
    const user = team.addUser('leitung', { id: 'U0SAME', displayName: `Leitung ${team.id}` });
    const channel = team.addChannel('ag', { id: 'C0SAME', members: [user] });
    await people(team).slash(user, channel, '/mitwirk', 'status');
    await people(team).slash(user, channel, '/prozess', `einrichten "Konzept ${team.id}"`);
    await stage.settle();
  }

  const processes = await stage.store.transaction((tx) => tx.processes.active());
  expect(processes.map(({ name }) => name)).toEqual([`Konzept ${slack.team.id}`]);
  const identities = await stage.store.transaction(async (tx) =>
    Promise.all([slack.team.id, other.id].map((id) => tx.people.byIdentity('slack', `${id}:U0SAME`))),
  );
  expect(identities.map((person) => person?.name)).toEqual([`Leitung ${slack.team.id}`, `Leitung ${other.id}`]);
});

test('tokens are nowhere in the store as they are', async () => {
  const rows = await stored();

  expect(rows.map(({ key }) => key)).toEqual([`installation:${stage.slack.team.id}`, 'installation:T0OTHER'].sort());
  for (const { value } of rows) {
    expect(value).not.toContain('xox');
    expect(Buffer.from(value, 'base64').toString('latin1')).not.toContain('xox');
  }
});

test('a token that ends soon is renewed once before it is used, also after a long idle time', async () => {
  const { slack } = stage;
  rotate(slack.slack, slack.team);
  await install(stage, slack.team);
  const before = slack.callsOf('oauth.v2.access').length;
  const { botToken } = slack.team.installation;
  const user = slack.team.users.get('U0SAME');
  const channel = slack.team.channels.get('C0SAME');
  if (!user || !channel) throw new Error('nobody there');

  stage.clock.moveTo(new Date(Math.max(slack.clock.now(), stage.clock.now().getTime()) + 11 * 60 * 60_000));
  slack.clock.advance(11 * 60 * 60_000);
  await Promise.all([1, 2, 3].map(() => people(slack.team).mention(user, channel, 'mitwirk status')));
  await stage.settle();

  expect(slack.callsOf('oauth.v2.access')).toHaveLength(before + 1);
  expect(slack.team.installation.botToken).not.toBe(botToken);
  await slack.until('the answers', () => slack.ephemeralsFor(user).length >= 3);
});

test('while Slack renews no token, the old one serves, and Slack is asked once a minute', async () => {
  const { slack } = stage;
  const user = slack.team.users.get('U0SAME');
  const channel = slack.team.channels.get('C0SAME');
  if (!user || !channel) throw new Error('nobody there');
  const answers = () => slack.ephemeralsFor(user).length;
  const asked = () => slack.callsOf('oauth.v2.access').length;
  stage.clock.moveTo(new Date(stage.clock.now().getTime() + 10.5 * 60 * 60_000));
  slack.clock.advance(10.5 * 60 * 60_000);
  slack.faults.fail('oauth.v2.access', 'internal_error', 1);
  const before = [asked(), answers()] as const;

  for (const _ of [1, 2, 3]) {
    await people(slack.team).mention(user, channel, 'mitwirk status');
    await stage.settle();
  }

  expect([asked() - before[0], answers() - before[1]]).toEqual([1, 3]);
  stage.clock.moveTo(new Date(stage.clock.now().getTime() + 61_000));
  await people(slack.team).mention(user, channel, 'mitwirk status');
  await stage.settle();
  expect(asked() - before[0]).toBe(2);
});

test('installations are there again after a restart', async () => {
  await stage.restart();
  const { slack } = stage;
  const user = slack.team.users.get('U0SAME');
  const channel = slack.team.channels.get('C0SAME');
  if (!user || !channel) throw new Error('nobody there');
  const before = slack.ephemeralsFor(user).length;

  await people(slack.team).slash(user, channel, '/mitwirk', 'status');

  await slack.until('the answer', () => slack.ephemeralsFor(user).length > before);
});

test('when the app is removed, its token is forgotten and the other workspace goes on', async () => {
  const { slack } = stage;
  const other = slack.slack.teams.get('T0OTHER');
  if (!other) throw new Error('no other team');

  await people(slack.team).uninstall();
  await stage.settle();
  await sleep(20);

  expect((await stored()).map(({ key }) => key)).toEqual(['installation:T0OTHER']);
  const user = other.users.get('U0SAME');
  const channel = other.channels.get('C0SAME');
  if (!user || !channel) throw new Error('nobody there');
  await people(other).slash(user, channel, '/mitwirk', 'status');
  await slack.until('the answer', () => slack.ephemeralsFor(user, other).length > 0);
});

test('what was to be said while the app was removed is said once it is there again', async () => {
  const { slack } = stage;
  const user = slack.team.users.get('U0SAME');
  if (!user) throw new Error('nobody there');
  const target = { kind: 'person', externalId: `${slack.team.id}:U0SAME` } as const;
  const card = { title: 'Erinnerung', body: [], attention: 'ping' } as const;

  await expect(stage.chat.post(target, card, 'parked', false)).rejects.toMatchObject({ retryAfterMs: 15 * 60_000 });
  await install(stage, slack.team);
  await stage.chat.post(target, card, 'parked', true);

  expect(slack.directMessages(user).map((posted) => slack.visibleText(posted))).toContain('Erinnerung');
});

test('a token that another process has put in place is used within a minute', async () => {
  const { slack } = stage;
  const elsewhere = createInstallations(
    createPlatformMemory(database.pool, 'slack'),
    createSeal(Buffer.from(TOKEN_KEY, 'hex')),
    stage.clock,
    { info: () => {}, warn: () => {}, error: () => {} },
  );
  const installation = await elsewhere.reload(slack.team.id);
  if (!installation) throw new Error('no installation');
  slack.team.installation.botToken = 'xoxb-elsewhere';
  await elsewhere.keep({ ...installation, botToken: 'xoxb-elsewhere', rotation: null });
  const target = { kind: 'person', externalId: `${slack.team.id}:U0SAME` } as const;
  const post = (key: string) => stage.chat.post(target, { title: key, body: [], attention: 'quiet' }, key, false);

  await expect(post('too soon')).rejects.toMatchObject({ retryAfterMs: 15 * 60_000 });
  stage.clock.moveTo(new Date(stage.clock.now().getTime() + 60_000));

  await expect(post('a minute later')).resolves.toEqual(expect.any(String));
});

test('what falls due after a night without a word is sent with a renewed token', async () => {
  const { slack } = stage;
  rotate(slack.slack, slack.team);
  await install(stage, slack.team);
  const { botToken } = slack.team.installation;
  stage.clock.moveTo(new Date(Math.max(slack.clock.now(), stage.clock.now().getTime()) + 13 * 60 * 60_000));
  slack.clock.advance(13 * 60 * 60_000);
  const target = { kind: 'person', externalId: `${slack.team.id}:U0SAME` } as const;

  await stage.chat.post(target, { title: 'Wochenbericht', body: [], attention: 'quiet' }, 'digest', false);

  expect(slack.team.installation.botToken).not.toBe(botToken);
  expect(slack.callsOf('chat.postMessage').at(-1)).toMatchObject({
    error: null,
    token: slack.team.installation.botToken,
  });
});
