/** Trouble comes as ordered, and as Slack's own client takes it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SlackChannel } from '../../../support/slack/index.ts';
import { type Desk, openDesk, refusal } from './client.ts';

let desk: Desk;
let channel: SlackChannel;
let other: SlackChannel;

beforeEach(async () => {
  desk = await openDesk({}, { rejectRateLimitedCalls: true });
  channel = desk.slack.team.addChannel('ag-bildung');
  other = desk.slack.team.addChannel('ag-kultur');
});
afterEach(() => desk.slack.close());

const post = (to: SlackChannel, text = 'a') => desk.client.chat.postMessage({ channel: to.id, text });

async function duration(call: Promise<unknown>): Promise<number> {
  const started = performance.now();
  await call;
  return performance.now() - started;
}

test('an answer comes late', async () => {
  desk.slack.faults.delay('chat.postMessage', 400, 1);

  expect(await duration(post(channel))).toBeGreaterThanOrEqual(390);
  expect(await duration(post(channel))).toBeLessThan(390);
});

test('everything is late', async () => {
  desk.slack.faults.delay('*', 300);

  expect(await duration(desk.client.auth.test())).toBeGreaterThanOrEqual(290);
  desk.slack.faults.clear();
  expect(await duration(desk.client.auth.test())).toBeLessThan(290);
});

test('a call fails as often as ordered and has no effect', async () => {
  desk.slack.faults.fail('chat.postMessage', 'fatal_error', 2);

  expect(await refusal(post(channel))).toMatchObject({ error: 'fatal_error' });
  expect(await refusal(post(channel))).toMatchObject({ error: 'fatal_error' });
  await post(channel);
  expect(desk.slack.messagesIn(channel)).toHaveLength(1);
});

test('the server is down', async () => {
  desk.slack.faults.failHttp('chat.postMessage', 503);

  await expect(post(channel)).rejects.toMatchObject({ statusCode: 503 });
  expect(desk.slack.messagesIn(channel)).toEqual([]);
});

test('a channel is limited, its neighbour is not', async () => {
  desk.slack.faults.rateLimit(channel.id, 7);

  await expect(post(channel)).rejects.toMatchObject({ retryAfter: 7 });
  await post(other);
  await post(channel);
  expect(desk.slack.callsOf('chat.postMessage').map(({ status }) => status)).toEqual([429, 200, 200]);
});

test('a connection breaks before the call took effect', async () => {
  desk.slack.faults.dropConnection('chat.postMessage', 'before');

  await expect(post(channel)).rejects.toThrow();
  expect(desk.slack.messagesIn(channel)).toEqual([]);
});

test('a connection breaks after the call took effect: the answer is lost, the message is there', async () => {
  desk.slack.faults.dropConnection('chat.postMessage', 'after');

  await expect(post(channel)).rejects.toThrow();
  expect(desk.slack.messagesIn(channel)).toHaveLength(1);
  expect(desk.slack.callsOf('chat.postMessage')).toMatchObject([{ status: 0 }]);
});

test('the strict pace allows one message a second and channel', async () => {
  desk.slack.settings.strictPace = true;

  await post(channel);
  await expect(post(channel)).rejects.toMatchObject({ retryAfter: 1 });
  await post(other);
  desk.slack.clock.advance(1000);
  await post(channel);
  expect(desk.slack.messagesIn(channel)).toHaveLength(2);
});
