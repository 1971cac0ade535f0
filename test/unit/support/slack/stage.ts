/** A real Bolt app in front of the server, over either transport. */
import bolt, { type App } from '@slack/bolt';
import {
  httpDriver,
  type SlackDriver,
  type SlackServer,
  socketDriver,
  startSlackServer,
} from '../../../support/slack/index.ts';
import { SILENT } from './client.ts';

const closing: (() => Promise<unknown>)[] = [];

/** Closes what the test opened, last first. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

export interface Stage {
  readonly slack: SlackServer;
  readonly app: App;
  readonly driver: SlackDriver;
}

export async function overHttp() {
  const slack = await startSlackServer();
  const app = new bolt.App({
    token: slack.team.installation.botToken,
    signingSecret: slack.settings.signingSecret,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logger: SILENT,
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

/** One more app on the same server, with a connection of its own. */
export async function connect(slack: SlackServer): Promise<App> {
  const app = new bolt.App({
    token: slack.team.installation.botToken,
    appToken: slack.settings.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logger: SILENT,
  });
  await app.start();
  closing.push(() => app.stop());
  return app;
}

export async function overSocket(): Promise<Stage> {
  const slack = await startSlackServer();
  closing.push(() => slack.close());
  return { slack, app: await connect(slack), driver: socketDriver(slack) };
}

export function people({ slack }: { readonly slack: SlackServer }) {
  const user = slack.team.addUser('vorsitz');
  return { user, channel: slack.team.addChannel('ag-bildung', { members: [user] }) };
}
