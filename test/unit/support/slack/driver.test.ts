/** The driver speaks to a real Bolt app as Slack does: over signed HTTP and over Socket Mode. */
import { afterEach, describe, expect, test } from '@jest/globals';
import bolt, { type App } from '@slack/bolt';
import {
  httpDriver,
  type SlackDriver,
  type SlackServer,
  socketDriver,
  startSlackServer,
} from '../../../support/slack/index.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Stage {
  readonly slack: SlackServer;
  readonly app: App;
  readonly driver: SlackDriver;
}

async function overHttp() {
  const slack = await startSlackServer();
  const app = new bolt.App({
    token: slack.team.installation.botToken,
    signingSecret: slack.settings.signingSecret,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: bolt.LogLevel.ERROR,
  });
  const started = await app.start(0);
  const address = 'address' in started ? started.address() : null;
  const port = typeof address === 'object' && address ? address.port : 0;
  closing.push(
    () => slack.close(),
    () => app.stop(),
  );
  return { slack, app, driver: httpDriver(slack, { url: `http://127.0.0.1:${port}/slack/events` }) };
}

async function overSocket(): Promise<Stage> {
  const slack = await startSlackServer();
  const app = new bolt.App({
    token: slack.team.installation.botToken,
    appToken: slack.settings.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: bolt.LogLevel.ERROR,
  });
  await app.start();
  closing.push(
    () => slack.close(),
    () => app.stop(),
  );
  return { slack, app, driver: socketDriver(slack) };
}

const transports: readonly (readonly [string, () => Promise<Stage>])[] = [
  ['HTTP', overHttp],
  ['Socket Mode', overSocket],
];

describe.each(transports)('over %s', (_, open) => {
  test('a typed command is acknowledged and answered by its response_url', async () => {
    const { slack, app, driver } = await open();
    const user = slack.team.addUser('vorsitz');
    const channel = slack.team.addChannel('ag-bildung', { members: [user] });
    app.command('/task', async ({ ack, command, respond }) => {
      await ack();
      await respond(`${command.text} für <@${command.user_id}>`);
    });

    const delivered = await driver.slash(user, channel, '/task', 'add Plakat');

    expect(delivered.status).toBe(200);
    expect(delivered.ms).toBeLessThan(1000);
    const answer = await slack.until('the answer', () => slack.ephemeralsFor(user)[0]);
    expect(slack.visibleText(answer)).toBe('add Plakat für @vorsitz');
  });
});
