/** A process that stood still until another one did its work says nothing of it again when it wakes up. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SCOPES } from '../../adapters/slack/scopes.ts';
import { freshServerStore } from '../support/database/stores.ts';
import { type BotProcess, createBotProcess } from '../support/matrix/botProcess.ts';
import { homeserver, onSynapse, quietly } from '../support/matrix/stage.ts';
import { MatrixUser } from '../support/matrix/user.ts';
import { suiteNeeding, testNeeding } from '../support/needs.ts';
import {
  httpDriver,
  type SlackChannel,
  type SlackDriver,
  type SlackServer,
  type SlackUser,
  startSlackServer,
} from '../support/slack/index.ts';
import { freePort } from './servers/program.ts';

const serverUrl = process.env.TEST_DATABASE_URL ?? '';

async function until(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = performance.now() + 60_000; !(await condition()); await sleep(20)) {
    if (performance.now() > end) throw new Error(`${what} did not happen`);
  }
}

/** Two replicas on one store, the first of which is there first. */
async function twoReplicas(settings: () => Promise<Readonly<Record<string, string>>>) {
  const store = await freshServerStore(serverUrl);
  const replica = async () =>
    createBotProcess({ DATABASE_URL: store.url, MITWIRK_LOCAL: 'false', ...(await settings()) }, 'none');
  const replicas = [await replica(), await replica()] as const;
  for (const one of replicas) await one.start();
  return {
    replicas,
    store,
    async close() {
      for (const one of replicas) await one.remove();
      await store.remove();
    },
  };
}

suiteNeeding(serverUrl !== '', 'TEST_DATABASE_URL is not set')('on Slack', () => {
  let slack: SlackServer;
  let both: Awaited<ReturnType<typeof twoReplicas>>;
  let first: BotProcess;
  let throughFirst: SlackDriver;
  let coordinator: SlackUser;
  let channel: SlackChannel;
  const ports: number[] = [];

  beforeAll(async () => {
    slack = await startSlackServer({ team: { scopes: Object.keys(SCOPES) } });
    coordinator = slack.team.addUser('koordination');
    channel = slack.team.addChannel('ag-bildung', { members: [coordinator] });
    both = await twoReplicas(async () => {
      const port = await freePort();
      ports.push(port);
      return {
        SLACK_BOT_TOKEN: slack.team.installation.botToken,
        SLACK_SIGNING_SECRET: slack.settings.signingSecret,
        MITWIRK_SLACK_TRANSPORT: 'http',
        MITWIRK_SLACK_HOST: '127.0.0.1',
        MITWIRK_SLACK_PORT: String(port),
        MITWIRK_SLACK_API_URL: slack.apiUrl,
      };
    });
    [first] = both.replicas;
    throughFirst = httpDriver(slack, { url: `http://127.0.0.1:${ports[0]}/slack/events` });
  }, 90_000);

  afterAll(async () => {
    await both?.close();
    await slack?.close();
  });

  const saying = (words: string) =>
    slack.messagesIn(channel).filter((posted) => slack.visibleText(posted).includes(words));

  /** Comes back once it is answered, to the person or to all. */
  async function says(command: string, text: string): Promise<void> {
    const heard = () => slack.ephemeralsFor(coordinator).length + slack.messagesIn(channel).length;
    const before = heard();
    await throughFirst.slash(coordinator, channel, command, text);
    await until(`an answer to ${command} ${text}`, () => heard() > before);
  }

  /** What a process has taken up and not finished with, such as `Thema 3`. */
  async function inHand(): Promise<string | undefined> {
    const held = "select card::text from mitwirk.outbox where state = 'waiting' and holder is not null";
    const { rows } = await both.store.database.pool.query<{ card: string }>(held);
    return rows.flatMap(({ card }) => /Thema \d/.exec(card)?.[0] ?? [])[0];
  }

  test('a post that waited for the pace of its channel is said once', async () => {
    await says('/prozess', 'einrichten "Integrationskonzept" region BY-KATH');
    await says('/gruppe', 'neu "AG Bildung" feld Bildung');
    const themes = [1, 2, 3, 4, 5].map((n) => `Thema ${n}`);
    await Promise.all(themes.map((theme) => throughFirst.slash(coordinator, channel, '/aufgabe', `neu ${theme}.`)));
    await until('the first post', () => saying('Thema').length > 0);
    await until('taking up the next', async () => {
      const theme = await inHand();
      return theme !== undefined && saying(theme).length === 0;
    });
    first.freeze();

    await until('the rest by the other replica', () => saying('Thema').length === themes.length);
    first.thaw();
    await until('waking up', () => first.log().includes('a message was left to another process'));
    await says('/aufgabe', 'neu Thema 6.');

    const said = saying('Thema').map((posted) => /Thema \d/.exec(slack.visibleText(posted))?.[0]);
    expect(said.toSorted()).toEqual([...themes, 'Thema 6']);
  }, 120_000);
});

onSynapse('the one that listens', () => {
  let both: Awaited<ReturnType<typeof twoReplicas>>;
  let coordinator: MatrixUser;
  let bot: MatrixUser;

  beforeAll(async () => {
    if (!serverUrl) return;
    const name = `frozen-${Date.now()}`;
    bot = await MatrixUser.register(homeserver, `mitwirk-${name}`);
    coordinator = await MatrixUser.register(homeserver, `koordination-${name}`);
    const settings = { MITWIRK_MATRIX_HOMESERVER: homeserver, MITWIRK_MATRIX_ACCESS_TOKEN: bot.token };
    both = await twoReplicas(async () => settings);
  }, 90_000);

  afterAll(() => both?.close());

  testNeeding(serverUrl !== '', 'TEST_DATABASE_URL is not set')(
    'hears nothing that another one has heard for it',
    async () => {
      const roomId = await coordinator.createRoom({ name: 'AG Bildung', invite: [bot.userId] });
      await coordinator.waitFor(
        ({ type, sender, content }) =>
          type === 'm.room.member' && sender === bot.userId && content.membership === 'join',
      );
      const answered = (words: string) => coordinator.waitForText(words, { from: bot.userId, within: 60_000 });
      await coordinator.say(roomId, '!prozess einrichten "Integrationskonzept" region BY-KATH');
      await answered('Integrationskonzept ist eingerichtet');
      await coordinator.say(roomId, '!gruppe neu "AG Bildung" feld Bildung');
      const [first, second] = both.replicas;
      const listening = 'this replica listens to Matrix';
      const [frozen, other] = first.log().includes(listening) ? [first, second] : [second, first];

      frozen.freeze();
      await coordinator.say(roomId, '!aufgabe neu Im Frost');
      await answered('Im Frost');
      frozen.thaw();
      await until('noticing', () => frozen.log().includes('another replica may listen to Matrix now'));
      await coordinator.say(roomId, '!aufgabe neu Danach');
      await answered('Danach');
      await quietly(coordinator);

      const posts = (words: string) =>
        coordinator.seen.filter(
          ({ type, sender, roomId: where, content }) =>
            type === 'm.room.message' &&
            sender === bot.userId &&
            where === roomId &&
            !('m.new_content' in content) &&
            String(content.body).includes(words),
        );
      expect([posts('Im Frost').length, posts('Danach').length]).toEqual([1, 1]);
      expect(other.log()).toContain(listening);
    },
    150_000,
  );
});
