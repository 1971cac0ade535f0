/** A server with a few people and channels, and the real WebClient of Slack's SDK speaking to it. */
import bolt from '@slack/bolt';
import { type SlackServer, type SlackServerOptions, startSlackServer } from '../../../support/slack/index.ts';

type WebClient = InstanceType<typeof bolt.webApi.WebClient>;
type ClientOptions = ConstructorParameters<typeof bolt.webApi.WebClient>[1];

export interface Desk {
  readonly slack: SlackServer;
  readonly client: WebClient;
}

/** Errors are what these tests order; nobody wants to read them. */
export const SILENT = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => bolt.LogLevel.ERROR,
  setName: () => {},
};

/** No retries, so that each test sees the first answer; errors are not printed. */
export function clientOf(slack: SlackServer, token: string, options: ClientOptions = {}): WebClient {
  return new bolt.webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: SILENT,
    ...options,
  });
}

export async function openDesk(server: SlackServerOptions = {}, options: ClientOptions = {}): Promise<Desk> {
  const slack = await startSlackServer(server);
  return { slack, client: clientOf(slack, slack.team.installation.botToken, options) };
}

/** What the SDK's error says Slack answered. */
export async function refusal(call: Promise<unknown>): Promise<Readonly<Record<string, unknown>>> {
  const error: unknown = await call.then(
    () => new Error('was not refused'),
    (reason) => reason,
  );
  if (typeof error === 'object' && error !== null && 'data' in error) return error.data as Record<string, unknown>;
  throw error;
}
