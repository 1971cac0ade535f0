/** The pace of channels, and what each refusal of Slack means for a message. */

import { describe, expect, jest, test } from '@jest/globals';
import { type RespondFn, webApi } from '@slack/bolt';
import { createAnswers } from '../../../../adapters/slack/answer.ts';
import type { Channels } from '../../../../adapters/slack/web/channels.ts';
import { clientOptions, createClient } from '../../../../adapters/slack/web/client.ts';
import { chatError, wasRefused } from '../../../../adapters/slack/web/errors.ts';
import { createPace } from '../../../../adapters/slack/web/pace.ts';
import type { Workspace } from '../../../../adapters/slack/web/workspace.ts';
import { ChatError, RoomLost } from '../../../../src/ports/chat.ts';
import { startSlackServer } from '../../../support/slack/index.ts';

const refusal = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error } as never);

describe('a refusal', () => {
  test.each(['not_in_channel', 'channel_not_found', 'is_archived', 'is_inactive', 'restricted_action'])(
    'of a room (%s) lets its messages wait until it is found again',
    (code) => {
      expect(chatError(refusal(code), 'room')).toBeInstanceOf(RoomLost);
    },
  );

  test.each(['user_disabled', 'user_not_found', 'cannot_dm_bot', 'channel_not_found'])(
    'of a person (%s) gives the message up',
    (code) => {
      expect(chatError(refusal(code), 'person')).toMatchObject({ retryAfterMs: null });
      expect(chatError(refusal(code), 'person')).not.toBeInstanceOf(RoomLost);
    },
  );

  test.each([
    'msg_too_long',
    'invalid_blocks',
    'no_text',
    'message_not_found',
    'edit_window_closed',
    'cant_update_message',
  ])('of the message itself (%s) gives it up', (code) => {
    expect(chatError(refusal(code), 'room')).toMatchObject({ retryAfterMs: null });
    expect(chatError(refusal(code), 'room')).not.toBeInstanceOf(RoomLost);
  });

  test.each(['token_revoked', 'account_inactive', 'missing_scope', 'invalid_auth', 'team_access_not_granted'])(
    'of the installation (%s) lets it wait for the repair, asking four times an hour',
    (code) => {
      const error = chatError(refusal(code), 'room');
      expect(error).toBeInstanceOf(ChatError);
      expect((error as ChatError).retryAfterMs).toBe(15 * 60_000);
    },
  );

  test('for going too fast waits as long as Slack says', () => {
    expect(chatError(new webApi.WebAPIRateLimitedError(17), 'room')).toMatchObject({ retryAfterMs: 17_000 });
  });

  test.each(['internal_error', 'fatal_error', 'something_new'])('nobody can explain (%s) is tried again', (code) => {
    expect(chatError(refusal(code), 'room')).not.toBeInstanceOf(ChatError);
  });
});

test('after an error inside Slack nobody knows whether a message has arrived', () => {
  expect(['internal_error', 'fatal_error', 'request_timeout'].filter((code) => wasRefused(refusal(code)))).toEqual([]);
  expect(wasRefused(refusal('invalid_blocks'))).toBe(true);
});

test('a channel gets one message in each interval, in order, and another channel does not wait for it', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick'] });
  const pace = createPace(1_000);
  const sent: string[] = [];
  const send = async (channel: string, name: string) => {
    await pace.turn(channel);
    sent.push(name);
  };

  const all = [send('a', 'a1'), send('a', 'a2'), send('a', 'a3'), send('b', 'b1')];
  await jest.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(['a1', 'b1']);
  await jest.advanceTimersByTimeAsync(999);
  expect(sent).toEqual(['a1', 'b1']);
  await jest.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(['a1', 'b1', 'a2']);
  await jest.advanceTimersByTimeAsync(1_000);
  await Promise.all(all);
  expect(sent).toEqual(['a1', 'b1', 'a2', 'a3']);
  jest.useRealTimers();
});

test('an answer uses its one-time address less often than Slack allows, however long it is', async () => {
  const respond = jest.fn<RespondFn>(async () => new Response());
  const answers = createAnswers({} as Channels, { info: () => {}, warn: () => {}, error: () => {} });
  const body = Array.from({ length: 300 }, (_, n) => ({
    n: 'paragraph' as const,
    text: [{ t: 'text' as const, text: `Absatz ${n}. `.repeat(60) }],
  }));
  const recipient = { workspace: {} as Workspace, person: 'U1', channel: 'C1', threadTs: null, to: 'person' } as const;

  await answers.send({ ...recipient, respond }, { title: 'Lang', body, attention: 'quiet' }, 'de');

  expect(respond.mock.calls.length).toBeGreaterThan(1);
  expect(respond.mock.calls.length).toBeLessThan(5);
  expect(JSON.stringify(respond.mock.calls.at(-1))).toContain('weitere Seiten');
});

test('an answer that its one-time address refuses in a body only comes by another way', async () => {
  const respond = jest.fn<RespondFn>(async () => new Response('{"ok":false,"error":"expired_url"}'));
  const posted: unknown[] = [];
  const client = { chat: { postEphemeral: async (said: unknown) => void posted.push(said) } };
  const workspace = { client: async () => client } as unknown as Workspace;
  const answers = createAnswers({} as Channels, { info: () => {}, warn: () => {}, error: () => {} });
  const body = [{ n: 'paragraph' as const, text: [{ t: 'text' as const, text: 'Angekommen' }] }];
  const recipient = { workspace, person: 'U1', channel: 'C1', threadTs: null, respond, to: 'person' } as const;

  await answers.send(recipient, { title: '', body, attention: 'quiet' }, 'de');

  expect(posted).toMatchObject([{ channel: 'C1', user: 'U1', text: 'Angekommen' }]);
});

test('a token is never sent to another address than Slack’s, and a refused call is not repeated by itself', async () => {
  const slack = await startSlackServer();
  const elsewhere = await startSlackServer();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const client = createClient(slack.team.installation.botToken, clientOptions(slack.apiUrl, log));
  slack.faults.failHttp('auth.test', 503, 1);

  await expect(client.apiCall(`${elsewhere.apiUrl}auth.test`)).rejects.toThrow();
  await expect(client.auth.test()).rejects.toThrow();

  expect(elsewhere.calls).toEqual([]);
  expect(slack.callsOf('auth.test')).toHaveLength(1);
  await Promise.all([slack.close(), elsewhere.close()]);
});
