/** Nothing is said twice and nothing is forgotten: through restarts, gaps, outages, rate limits and lost answers. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BadNetwork, startBadNetwork } from '../../support/matrix/badNetwork.ts';
import { startBot } from '../../support/matrix/bot.ts';
import { homeserver, onSynapse, openStage, quietly, type Stage, texts } from '../../support/matrix/stage.ts';
import type { MatrixUser, SeenEvent } from '../../support/matrix/user.ts';

onSynapse('what the bot hears and says', () => {
  let network: BadNetwork;
  let stage: Stage;
  let koordination: MatrixUser;
  let roomId: string;
  let botId: string;

  beforeAll(async () => {
    network = await startBadNetwork(homeserver);
    stage = await openStage({ matrix: { homeserver: network.url } });
    botId = stage.account.userId;
    koordination = await stage.person('koordination');
    roomId = await stage.room('AG Bildung', [koordination]);
    await koordination.say(roomId, '!prozess einrichten "Integrationskonzept" region BY-KATH');
    await koordination.waitForText('Integrationskonzept ist eingerichtet', { from: botId });
    await koordination.say(roomId, '!gruppe neu "AG Bildung" feld Bildung');
  }, 60_000);

  afterAll(async () => {
    await stage?.close();
    await network?.close();
  });

  const posts = (text: string) =>
    koordination.seen.filter(
      (event) =>
        event.type === 'm.room.message' &&
        event.sender === botId &&
        event.roomId === roomId &&
        !('m.new_content' in event.content) &&
        String(event.content.body).includes(text),
    );

  test('a restart neither replays what was said before nor skips what was said meanwhile', async () => {
    await koordination.say(roomId, '!aufgabe neu Vor dem Neustart');
    await koordination.waitForText('Vor dem Neustart', { from: botId, roomId });
    await stage.bot.close();
    await koordination.say(roomId, '!aufgabe neu Während des Neustarts');

    await stage.bot.restart();
    await koordination.waitForText('Während des Neustarts', { from: botId, roomId });
    await quietly(koordination);

    expect(posts('Vor dem Neustart')).toHaveLength(1);
    expect(posts('Während des Neustarts')).toHaveLength(1);
  }, 60_000);

  test('more commands than one sync holds are all done, in order, when the bot comes back', async () => {
    await stage.bot.close();
    const many = Array.from({ length: 130 }, (_, index) => `Lücke ${String(index).padStart(3, '0')}`);
    for (const name of many) await koordination.say(roomId, `!aufgabe neu ${name}.`);

    await stage.bot.restart();
    await koordination.waitForText('Lücke 129.', { from: botId, roomId, within: 90_000 });
    await stage.bot.service.bot.settle();

    const tasks = await stage.bot.service.store.transaction(async (tx) => {
      const [process] = await tx.processes.active();
      return process ? await tx.tasks.list(process.id, {}) : [];
    });
    const made = [...tasks].sort((a, b) => a.number - b.number).map(({ text }) => text);
    expect(made.filter((text) => text.startsWith('Lücke'))).toEqual(many.map((name) => `${name}.`));
  }, 120_000);

  test('a command that the homeserver fails in the middle of is done once, when it answers again', async () => {
    const words = await koordination.say(roomId, 'Wir brauchen Stühle');
    network.refuse({ path: /\/event\//, times: 2, status: 502, body: {} });
    await koordination.reply(roomId, words, '!aufgabe');
    await koordination.say(roomId, '!aufgabe neu Danach');

    await koordination.waitForText('Wir brauchen Stühle', { from: botId, roomId });
    await koordination.waitForText('Danach', { from: botId, roomId });
    await quietly(koordination);

    expect(posts('Wir brauchen Stühle')).toHaveLength(1);
    expect(posts('Danach')).toHaveLength(1);
  }, 60_000);

  test('while the homeserver is away, what is to be said waits, and is said once when it is back', async () => {
    network.down = true;
    await koordination.say(roomId, '!aufgabe neu Beim Ausfall');
    await quietly(koordination, 2_500);
    expect(posts('Beim Ausfall')).toEqual([]);

    network.down = false;
    await koordination.waitForText('Beim Ausfall', { from: botId, roomId });
    await quietly(koordination);

    expect(posts('Beim Ausfall')).toHaveLength(1);
    const lines = stage.bot.log.map(({ event }) => event);
    expect(lines).toContain('nothing is heard from Matrix at the moment');
    expect(lines).toContain('the homeserver answers again');
  }, 90_000);

  test.each([
    ['the header', { 'retry-after': '2' }, {}],
    ['the body', {}, { retry_after_ms: 2_000 }],
  ])(
    'a rate limit is honoured as %s says, and the same transaction is tried again',
    async (_where, headers, more) => {
      const name = `Gebremst ${Object.keys(headers).length}`;
      const body = { errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', ...more };
      network.refuse({ path: /\/send\/m\.room\.message\//, times: 1, status: 429, headers, body });
      const begun = network.passed.length;

      await koordination.say(roomId, `!aufgabe neu ${name}`);
      // The outbox wakes up with the clock of the application.
      await koordination.waitForText(name, { from: botId, roomId });

      const sends = network.passed.slice(begun).filter(({ path }) => path.includes('/send/m.room.message/'));
      const [refused] = sends;
      const again = sends.find(({ path, status }) => path === refused?.path && status === 200);
      expect(refused?.status).toBe(429);
      expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1_950);
      expect(posts(name)).toHaveLength(1);
    },
    60_000,
  );

  test('a message whose answer got lost is not said twice', async () => {
    network.refuse({ path: /\/send\/m\.room\.message\//, times: 1, status: 0, body: {}, answerLost: true });

    await koordination.say(roomId, '!aufgabe neu Verlorene Quittung');
    await koordination.waitForText('Verlorene Quittung', { from: botId, roomId });
    await koordination.waitFor(
      (event) =>
        event.type === 'm.reaction' &&
        JSON.stringify(event.content).includes(String(posts('Verlorene Quittung')[0]?.event_id)),
    );

    expect(posts('Verlorene Quittung')).toHaveLength(1);
  }, 60_000);

  test('a bot that is new to its account leaves alone what was said before', async () => {
    const account = await stage.person('neuling');
    const room = await koordination.createRoom({ name: 'Alt', invite: [account.userId] });
    await account.join(room);
    await koordination.say(room, '!mitwirk hilfe');

    const bot = await startBot({ homeserver, accessToken: account.token });
    await quietly(koordination, 2_500);
    const old = koordination.seen.filter(
      (event: SeenEvent) => event.sender === account.userId && event.roomId !== room,
    );
    await koordination.say(room, '!mitwirk hilfe');
    await koordination.waitForText('Mitwirk', { from: account.userId });
    await bot.remove();

    expect(texts(old)).toEqual([]);
  }, 60_000);
});
