/** The connection of Socket Mode through everything Slack does to it. Bolt's own client, against a server that speaks the protocol. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { SocketModeReceiver } from '@slack/bolt';
import { createBoltLogger } from '../../../adapters/slack/boltLogger.ts';
import { tolerateOddEnvelopes } from '../../../adapters/slack/transport/envelopes.ts';
import { keepConnected, type SocketConnection } from '../../../adapters/slack/transport/socket.ts';
import { clientOptions } from '../../../adapters/slack/web/client.ts';
import { Refusal } from '../../../src/domain/failure.ts';
import type { Log } from '../../../src/ports/log.ts';
import { type SlackServer, startSlackServer } from '../../support/slack/index.ts';

const GREETING_MS = 300;

let slack: SlackServer;
let client: SocketModeReceiver['client'];
let connection: SocketConnection;
let lines: string[];

beforeEach(async () => {
  slack = await startSlackServer();
  lines = [];
  const note = (event: string, detail: unknown) => void lines.push(`${event} ${String(detail)}`);
  const log: Log = { info: () => {}, warn: note, error: note };
  const { appToken } = slack.settings;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createBoltLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions(slack.apiUrl, log) } },
  });
  client = receiver.client;
  tolerateOddEnvelopes(client);
  connection = keepConnected(client, log, GREETING_MS);
});
afterEach(async () => {
  await connection.close();
  await slack.close();
});

const tries = () => slack.callsOf('apps.connections.open').length;
test.each(['silence', 'end', 'too_many_websockets'] as const)(
  'met by %s at first, it tries again with growing pauses, and has one connection in the end',
  async (greeting) => {
    slack.sockets.greet(greeting);
    void connection.open();
    await slack.until('two tries', () => tries() === 2);
    const second = Date.now();
    await slack.until('a third try', () => tries() === 3);
    expect(Date.now() - second).toBeGreaterThan(900);
    slack.sockets.greet('hello');

    await slack.sockets.connected();
    await sleep(500);

    expect(slack.sockets.count()).toBe(1);
  },
);

test('met by an end when Slack renews the connection, it opens no second one beside the next', async () => {
  await connection.open();
  slack.sockets.greet('end');
  slack.sockets.disconnect('refresh_requested');
  await slack.until('two more tries', () => tries() >= 3);
  slack.sockets.greet('hello');
  await slack.sockets.connected();
  await sleep(1_500);

  expect(slack.sockets.count()).toBe(1);
});

test('ended again and again at once, it does not storm Slack', async () => {
  await connection.open();
  const end = Date.now() + 2_500;
  while (Date.now() < end) {
    if (slack.sockets.count() > 0) slack.sockets.disconnect('too_many_websockets');
    await sleep(20);
  }

  expect(tries()).toBeLessThanOrEqual(4);
  expect(lines.join('\n')).toContain('too_many_websockets');
});

test('a rate limit is waited out to the second', async () => {
  slack.faults.rateLimit('apps.connections.open', 3);
  const began = Date.now();

  await connection.open();

  expect(Date.now() - began).toBeGreaterThanOrEqual(2_900);
  expect(slack.sockets.count()).toBe(1);
});

test.each([500, 503])('a failing Slack (%i) is asked again', async (status) => {
  slack.faults.failHttp('apps.connections.open', status, 2);

  await connection.open();

  expect([tries(), slack.sockets.count()]).toEqual([3, 1]);
});

test.each(['invalid_auth', 'not_allowed_token_type', 'account_inactive'])(
  'a wrong token (%s) is told to whoever starts the product',
  async (error) => {
    slack.faults.fail('apps.connections.open', error);

    await expect(connection.open()).rejects.toThrow(Refusal);
  },
);

test('refused later on, it says so and goes on trying', async () => {
  await connection.open();
  slack.faults.fail('apps.connections.open', 'invalid_auth', 2);

  slack.sockets.disconnect('refresh_requested');
  await slack.until('a refused try', () => tries() === 2);
  await slack.sockets.connected();

  expect(lines.join('\n')).toContain('slack refuses the app-level token');
  expect(slack.sockets.count()).toBe(1);
});

test('Socket Mode switched off is told to operators', async () => {
  await connection.open();

  slack.sockets.disconnect('link_disabled');

  await slack.until('the line', () => lines.join('\n').includes('link_disabled'));
});

const socketOpens = () => new Promise<void>((resolve) => void client.once('connecting', () => resolve()));

/** Timers that keep the process alive. */
const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

test.each([
  ['Slack is asked where to', () => slack.until('the first try', () => tries() === 1)],
  ['the socket is opened', () => socketOpens()],
  ['it waits for a greeting', () => socketOpens().then(() => sleep(100))],
])('closed while %s, it leaves no timer that keeps the process alive, and tries no more', async (_when, soFar) => {
  const before = timers();
  slack.sockets.greet('silence');
  slack.faults.delay('apps.connections.open', 400);
  const opening = connection.open();
  await soFar();

  await connection.close();
  await opening.catch(() => undefined);

  await slack.until('the timers to be gone', () => timers() <= before);
  expect(lines.join('\n')).not.toContain('trying again');
});

test('nothing is opened any more once it is closed', async () => {
  slack.faults.delay('apps.connections.open', 400);
  const opening = connection.open();
  await slack.until('the first try', () => tries() === 1);

  await connection.close();
  await opening;
  await slack.until('the late connection to be closed', () => slack.sockets.count() === 0);
  await sleep(600);

  expect(slack.sockets.count()).toBe(0);
});
