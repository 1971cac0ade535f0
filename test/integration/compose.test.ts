/** With what .env says, and installed servers in place of its containers, the bot of docker-compose.yml hears both platforms. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createThrowAwayDatabase } from '../../adapters/postgres/database/throwAway.ts';
import { SCOPES } from '../../adapters/slack/scopes.ts';
import { botEnvironment } from '../support/compose.ts';
import { type BotProcess, createBotProcess, hasNativeLibrary } from '../support/matrix/botProcess.ts';
import { directChat, homeserver } from '../support/matrix/stage.ts';
import { MatrixUser } from '../support/matrix/user.ts';
import { suiteNeeding } from '../support/needs.ts';
import { type SlackServer, socketDriver, startSlackServer } from '../support/slack/index.ts';

const databaseUrl = process.env.TEST_DATABASE_URL ?? '';
const redisUrl = process.env.TEST_REDIS_URL ?? '';
const complete = databaseUrl && redisUrl && homeserver;

suiteNeeding(Boolean(complete), 'TEST_DATABASE_URL, TEST_REDIS_URL or TEST_SYNAPSE is not set')(
  'the containers on PostgreSQL, Redis, Synapse and a stand-in for Slack',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'mitwirk-containers-'));
    const name = `mitwirk-${folder.slice(-6).toLowerCase()}`;
    let database: Awaited<ReturnType<typeof createThrowAwayDatabase>>;
    let slack: SlackServer;
    let account: MatrixUser;
    let bot: BotProcess;

    /** What an operator writes: the path for .env. */
    function secret(variable: string, text: string): string {
      writeFileSync(join(folder, 'secrets', variable), `${text}\n`);
      return `./secrets/${variable}`;
    }

    beforeAll(async () => {
      mkdirSync(join(folder, 'secrets'));
      database = await createThrowAwayDatabase(databaseUrl);
      slack = await startSlackServer({ team: { scopes: Object.keys(SCOPES) } });
      account = await MatrixUser.register(homeserver, name, 'ein langer Satz: $ä#');
      const address = new URL(database.url);
      secret('DATABASE_PASSWORD', decodeURIComponent(address.password) || 'unused');
      address.password = '';
      const dotEnv = {
        SLACK_BOT_TOKEN_FILE: secret('SLACK_BOT_TOKEN', slack.team.installation.botToken),
        SLACK_APP_TOKEN_FILE: secret('SLACK_APP_TOKEN', slack.settings.appToken),
        MITWIRK_SLACK_API_URL: slack.apiUrl,
        MITWIRK_MATRIX_HOMESERVER: homeserver,
        MITWIRK_MATRIX_USER: account.userId,
        MITWIRK_MATRIX_PASSWORD_FILE: secret('MITWIRK_MATRIX_PASSWORD', 'ein langer Satz: $ä#'),
      };
      const inPlace = { DATABASE_URL: address.href, REDIS_URL: redisUrl, MITWIRK_MATRIX_KEYS: join(folder, 'keys') };
      bot = createBotProcess({ ...botEnvironment(dotEnv, folder), ...inPlace }, hasNativeLibrary() ? 'native' : 'none');
      await bot.start();
    }, 60_000);

    afterAll(async () => {
      await bot?.remove();
      await slack?.close();
      await database?.drop();
      rmSync(folder, { recursive: true });
    });

    test('people are heard in Slack', async () => {
      const person = slack.team.addUser('koordination');
      const channel = slack.team.addChannel('steuerung', { members: [person] });

      await socketDriver(slack).slash(person, channel, '/mitwirk', 'hilfe');

      await slack.until('an answer', () => slack.ephemeralsFor(person).at(-1));
    }, 30_000);

    test('people are heard on Matrix', async () => {
      const person = await MatrixUser.register(homeserver, `koordination-${name}`);
      const room = await directChat(person, account);

      await person.say(room, 'hilfe');

      await person.waitForText(/mitwirk/i, { from: account.userId, roomId: room });
    }, 30_000);

    test('the bot is healthy, serves no page beside them, and ends in order', async () => {
      expect(await bot.health()).toBe(200);
      expect(await bot.page()).toBe(404);

      await bot.stop();
    }, 30_000);

    test('the doctor finds the same settings, and says how encrypted rooms stand', () => {
      const found = bot.doctor();

      expect(found).toContain('Slack is configured');
      expect(found).toContain(`${account.userId} is logged in`);
      expect(found).toMatch(/encryption library is (installed|missing.*\n.*MATRIX_ENCRYPTION=true in \.env)/);
      expect(found).toContain('Nothing stands in the way.');
    }, 30_000);
  },
);
