/** What comes from Slack, over both transports: acknowledged at once, done once, refused when it is not Slack's. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../support/database.ts';
import { httpDriver } from '../../support/slack/index.ts';
import { newest, openTown, type Town } from '../../support/slackStage.ts';
import { createStall } from './stalling.ts';

const QUICK_MS = 1_000;

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  const stall = createStall();
  let database: Database;
  let town: Town;

  beforeAll(async () => {
    database = await freshDatabase();
    town = await openTown(database, { mode, store: stall.store });
  });
  afterEach(async () => {
    stall.by(0);
    town.slack.faults.clear();
    await town.settle();
  });
  afterAll(async () => {
    await town.close();
    await database.close();
  });

  const read = (posted: Parameters<typeof town.slack.visibleText>[0]) => town.slack.visibleText(posted);
  const tasksIn = () => town.slack.messagesIn(town.bildung).filter((posted) => /^Aufgabe A-/.test(read(posted)));

  test('every kind of event is acknowledged at once while store and Web API stand still', async () => {
    const { people, slack, leitung, bildung } = town;
    await town.say(leitung, bildung, '/aufgabe', 'neu Stillstand');
    const card = newest(slack.messagesIn(bildung), 'Stillstand', read);
    stall.by(1_500);
    slack.faults.delay('*', 1_500);

    const delivered = await Promise.all([
      people.slash(leitung, bildung, '/aufgabe', 'liste'),
      people.press(leitung, card, 'Erledigt'),
      people.shortcut(leitung, 'mitwirk'),
      people.messageShortcut(leitung, card, 'task_from_message'),
      people.mention(leitung, bildung, 'aufgabe liste'),
      people.dm(leitung, 'ich'),
      people.openHome(leitung),
    ]);

    expect(delivered.map(({ status }) => status)).toEqual(delivered.map(() => 200));
    expect(Math.max(...delivered.map(({ ms }) => ms))).toBeLessThan(QUICK_MS);
    stall.by(0);
    slack.faults.clear();
    await slack.until('the task to be done', () => read(card).includes('erledigt'));
    await slack.until('the list', () => slack.ephemeralsFor(leitung).some((posted) => read(posted).includes('Offene')));
  });

  test('the same command twice at once and once later has one effect and one answer', async () => {
    const { people, slack, leitung, bildung } = town;
    const before = tasksIn().length;
    const ephemerals = slack.ephemeralsFor(leitung).length;

    const delivered = await people.slash(leitung, bildung, '/aufgabe', 'neu Doppelt', { copies: 2 });
    await town.settle();
    const later = await delivered.again({ retry: { num: 1, reason: 'http_timeout' } });
    await town.settle();

    expect(delivered.acks.map(({ status }) => status)).toEqual([200, 200]);
    expect(later.status).toBe(200);
    expect(tasksIn()).toHaveLength(before + 1);
    expect(slack.ephemeralsFor(leitung)).toHaveLength(ephemerals);
  });

  test('an event delivered again after a restart is not done again', async () => {
    const { people, leitung, bildung } = town;
    const before = tasksIn().length;

    const delivered = await people.mention(leitung, bildung, 'aufgabe neu Nur einmal');
    await town.settle();
    await town.stage.restart();
    const payload = { ...delivered.payload };
    await town.stage.people.send('event', payload, { retry: { num: 1, reason: 'http_timeout' } });
    await town.settle();

    expect(tasksIn()).toHaveLength(before + 1);
  });

  test('a copy marked as a repetition that never came before is done', async () => {
    const { leitung, bildung } = town;
    const before = tasksIn().length;

    await town.stage.people.mention(leitung, bildung, 'aufgabe neu Nur die Kopie', {
      retry: { num: 2, reason: 'http_error' },
    });
    await town.settle();
    await town.slack.until('the task', () => tasksIn().length === before + 1);
  });

  test('a second person typing the same is no repetition, and neither is the same person typing it again', async () => {
    const { leitung, mitglied, bildung } = town;
    const before = tasksIn().length;

    await town.stage.people.slash(leitung, bildung, '/aufgabe', 'neu Gleich');
    await town.stage.people.slash(mitglied, bildung, '/aufgabe', 'neu Gleich');
    await town.stage.people.slash(leitung, bildung, '/aufgabe', 'neu Gleich');
    await town.slack.until('three tasks', () => tasksIn().length === before + 3);
  });

  test('a double click is one press, and a change of mind is two', async () => {
    const { leitung, bildung, slack } = town;
    await town.stage.people.slash(leitung, bildung, '/aufgabe', 'neu Klick');
    const card = await slack.until('the card', () => tasksIn().find((posted) => read(posted).includes('Klick')));
    const before = slack.ephemeralsFor(leitung).length;

    await Promise.all([
      town.stage.people.press(leitung, card, 'Erledigt'),
      town.stage.people.press(leitung, card, 'Erledigt'),
    ]);
    await slack.until('the task to be done', () => read(card).includes('Wieder öffnen'));
    await town.settle();
    expect(slack.ephemeralsFor(leitung)).toHaveLength(before + 1);

    await town.stage.people.press(leitung, card, 'Wieder öffnen');
    await slack.until('the task to be open', () => read(card).includes('offen'));
  });

  test('an event of another workspace changes nothing and is told nothing', async () => {
    const { leitung, bildung, slack } = town;
    const [tasks, ephemerals] = [tasksIn().length, slack.ephemeralsFor(leitung).length];
    const foreign = { foreignTeam: 'T0FOREIGN' };

    const delivered = [
      await town.stage.people.slash(leitung, bildung, '/aufgabe', 'neu Fremd', foreign),
      await town.stage.people.mention(leitung, bildung, 'aufgabe neu Fremd', foreign),
    ];
    await town.settle();

    expect(delivered.map(({ body }) => body)).toEqual([null, null]);
    expect([tasksIn().length, slack.ephemeralsFor(leitung).length]).toEqual([tasks, ephemerals]);
  });

  test('what bots write, edits and deletions run nothing', async () => {
    const { leitung, bildung, slack } = town;
    const before = tasksIn().length;
    const { posted } = await town.stage.people.dm(leitung, 'ich bin nur ein Satz');

    await town.stage.people.edit(leitung, posted, '/aufgabe neu Bearbeitet');
    await town.stage.people.takeBack(posted);
    await town.stage.people.otherBot(leitung, '/aufgabe neu Vom Bot');
    await town.settle();

    expect(tasksIn()).toHaveLength(before);
    expect(slack.messagesIn(bildung).some((one) => read(one).includes('Bearbeitet'))).toBe(false);
  });

  test.each([
    'assistant_app_thread',
    'bot_add',
    'bot_message',
    'channel_convert_to_private',
    'channel_join',
    'channel_topic',
    'document_mention',
    'me_message',
    'message_changed',
    'message_deleted',
    'message_replied',
    'pinned_item',
    'reminder_add',
    'sh_room_created',
    'tombstone',
  ])('a message of the kind %s runs nothing', async (subtype) => {
    const { people } = town.stage;
    const written = { user: town.leitung.id, text: '/aufgabe neu Untertypisch', channel_type: 'im' };
    const channel = town.slack.team.directChat(town.leitung).id;
    const [before, said] = [tasksIn().length, town.slack.directMessages(town.leitung).length];

    const delivered = await people.event('message', { ...written, subtype, channel, ts: town.slack.slack.ids.ts() });
    await town.settle();

    expect(delivered.status).toBe(200);
    expect([tasksIn().length, town.slack.directMessages(town.leitung).length]).toEqual([before, said]);
  });

  test.each([undefined, 'file_share', 'thread_broadcast'])('a message of the kind %s is a command', async (subtype) => {
    const { people } = town.stage;
    const text = `/aufgabe neu Als ${subtype ?? 'Nachricht'}`;
    const written = { user: town.leitung.id, text, channel_type: 'im', ...(subtype ? { subtype } : {}) };
    const channel = town.slack.team.directChat(town.leitung).id;
    const before = tasksIn().length;

    await people.event('message', { ...written, channel, ts: town.slack.slack.ids.ts() });
    await town.settle();

    expect(tasksIn()).toHaveLength(before + 1);
  });

  test('a repetition that comes while the first is still being handled is acknowledged at once and does nothing', async () => {
    const { leitung, bildung, slack } = town;
    const before = tasksIn().length;
    stall.by(1_000);

    const delivered = await town.stage.people.mention(leitung, bildung, 'aufgabe neu Noch dabei');
    const again = await delivered.again({ retry: { num: 1, reason: 'http_timeout' } });
    stall.by(0);
    await slack.until('the task', () => tasksIn().length === before + 1);
    await town.settle();

    expect([again.status, again.ms < QUICK_MS]).toEqual([200, true]);
    expect(tasksIn()).toHaveLength(before + 1);
  });

  test('an event nobody handles is acknowledged, and so is being held back', async () => {
    const { stage } = town;
    const unknown = await stage.people.event('emoji_changed', { subtype: 'add' });
    const held = await stage.people.rateLimitEvents();

    expect([unknown.status, held.status]).toEqual([200, 200]);
    expect(stage.lines.join('\n')).toContain('app_rate_limited');
  });

  if (mode === 'socket') {
    test('a renewed connection loses nothing and takes less than two seconds', async () => {
      const { leitung, bildung, slack, stage } = town;
      const before = tasksIn().length;

      slack.sockets.disconnect('refresh_requested', 0);
      const began = Date.now();
      await slack.until('a new connection', () => slack.callsOf('apps.connections.open').length > 2, 2_000);
      await slack.sockets.connected();
      expect(Date.now() - began).toBeLessThan(2_000);
      await stage.people.slash(leitung, bildung, '/aufgabe', 'neu Nach der Erneuerung');

      await slack.until('the task', () => tasksIn().length === before + 1);
    });

    test('a cut connection is opened again, also when Slack is away for a moment', async () => {
      const { leitung, bildung, slack, stage } = town;
      const before = tasksIn().length;
      slack.faults.failHttp('apps.connections.open', 503, 1);

      slack.sockets.cut(0);
      const calls = slack.callsOf('apps.connections.open').length;
      await slack.until('another try', () => slack.callsOf('apps.connections.open').length >= calls + 2, 4_000);
      await slack.sockets.connected();
      await stage.people.slash(leitung, bildung, '/aufgabe', 'neu Nach dem Ausfall');

      await slack.until('the task', () => tasksIn().length === before + 1);
    });
  } else {
    test('a wrong, a missing and an old signature are refused without detail and change nothing', async () => {
      const { leitung, bildung, stage } = town;
      const before = tasksIn().length;

      const refused = [
        await stage.people.slash(leitung, bildung, '/aufgabe', 'neu Falsch', { signature: 'wrong' }),
        await stage.people.slash(leitung, bildung, '/aufgabe', 'neu Falsch', { signature: 'none' }),
        await stage.people.slash(leitung, bildung, '/aufgabe', 'neu Falsch', { ageSeconds: 400 }),
      ];
      await town.settle();

      expect(refused.map(({ status, body }) => ({ status, body }))).toEqual(
        refused.map(() => ({ status: 401, body: null })),
      );
      expect(tasksIn()).toHaveLength(before);
    });

    test('Slack finds the address in order, and a smuggled command in its look at the certificate does nothing', async () => {
      const { slack, stage } = town;
      const driver = httpDriver(slack, { url: stage.url() });
      const before = tasksIn().length;

      expect((await driver.urlVerification('abc')).body).toMatchObject({ challenge: 'abc' });
      expect((await driver.sslCheck('&command=%2Faufgabe&text=neu+Geschmuggelt')).status).toBe(200);
      await town.settle();

      expect(tasksIn()).toHaveLength(before);
    });
  }

  test('no token, secret or one-time address is ever logged', () => {
    const { botToken } = town.slack.team.installation;
    const logged = town.stage.lines.join('\n');

    for (const secret of [botToken, town.slack.settings.appToken, town.slack.settings.signingSecret]) {
      expect(logged).not.toContain(secret);
    }
    expect(logged).not.toContain('/response/');
  });
});
