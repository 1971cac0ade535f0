/** The server answers Slack's own client as Slack does. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BLOCK_LIMITS as L } from '../../../support/slack/blocks/blockLimits.ts';
import type { SlackChannel, SlackUser } from '../../../support/slack/index.ts';
import { clientOf, type Desk, openDesk, refusal } from './client.ts';

let desk: Desk;
let vorsitz: SlackUser;
let channel: SlackChannel;

beforeAll(async () => {
  desk = await openDesk();
  vorsitz = desk.slack.team.addUser('vorsitz', { displayName: 'Vorsitz' });
  channel = desk.slack.team.addChannel('ag-bildung', { members: [vorsitz] });
});
afterAll(() => desk.slack.close());

const client = () => desk.client;
const slack = () => desk.slack;
const team = () => desk.slack.team;

describe('tokens', () => {
  test('the right one says who the bot is', async () => {
    expect(await client().auth.test()).toMatchObject({
      ok: true,
      team_id: team().id,
      user_id: team().bot.id,
      bot_id: team().botId,
    });
  });

  test('a wrong one, none, and the one for connections are refused', async () => {
    expect(await refusal(clientOf(slack(), 'xoxb-wrong').auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(await refusal(clientOf(slack(), '').auth.test())).toMatchObject({ error: 'not_authed' });
    const other = clientOf(slack(), slack().settings.appToken);
    expect(await refusal(other.auth.test())).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await refusal(client().apps.connections.open())).toMatchObject({ error: 'not_allowed_token_type' });
  });

  test('a method that is not known is refused by name', async () => {
    expect(await refusal(client().apiCall('chat.shout'))).toMatchObject({
      error: 'unknown_method',
      req_method: 'chat.shout',
    });
  });

  test('arguments may come as JSON', async () => {
    const headers = { authorization: `Bearer ${team().installation.botToken}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ channel: channel.id, text: 'a', blocks: [{ type: 'divider' }] });
    const response = await fetch(`${slack().apiUrl}chat.postMessage`, { method: 'POST', headers, body });

    expect(await response.json()).toMatchObject({ ok: true, message: { blocks: [{ type: 'divider' }] } });
  });
});

describe('messages', () => {
  test('are kept in order, with ids for what has none, and metadata for those who ask', async () => {
    const metadata = { event_type: 'mitwirk', event_payload: { key: 'k-1' } };
    const elements = [{ type: 'button' as const, text: { type: 'plain_text' as const, text: 'Ja' } }];
    const posted = await client().chat.postMessage({
      channel: channel.id,
      text: 'Plakat',
      blocks: [{ type: 'actions', elements }],
      metadata,
    });

    expect(posted.message).toMatchObject({
      type: 'message',
      user: team().bot.id,
      bot_id: team().botId,
      text: 'Plakat',
    });
    const [stored] = slack().messagesIn(channel).slice(-1);
    expect(stored?.message.blocks).toEqual([
      {
        type: 'actions',
        block_id: expect.any(String),
        elements: [{ ...elements[0], text: { ...elements[0]?.text, emoji: true }, action_id: expect.any(String) }],
      },
    ]);
    const told = await client().conversations.history({ channel: channel.id, include_all_metadata: true });
    expect(told.messages?.[0]).toMatchObject({ ts: posted.ts, metadata });
    expect((await client().conversations.history({ channel: channel.id })).messages?.[0]).not.toHaveProperty(
      'metadata',
    );
  });

  test('are changed in place, and what they said is kept for looking', async () => {
    const { ts = '' } = await client().chat.postMessage({ channel: channel.id, text: 'offen' });
    await client().chat.update({ channel: channel.id, ts, text: 'erledigt' });

    const posted = slack()
      .messagesIn(channel)
      .find((one) => one.ts === ts);
    expect(posted?.message).toMatchObject({ text: 'erledigt', edited: { user: team().bot.id } });
    expect(posted?.earlier.map(({ text }) => text)).toEqual(['offen']);
  });

  test('in a thread come with their parent, and are counted there', async () => {
    const { ts = '' } = await client().chat.postMessage({ channel: channel.id, text: 'Frage' });
    await client().chat.postMessage({ channel: channel.id, text: 'Antwort', thread_ts: ts });

    const replies = await client().conversations.replies({ channel: channel.id, ts });
    expect(replies.messages?.map(({ text }) => text)).toEqual(['Frage', 'Antwort']);
    expect(replies.messages?.[0]).toMatchObject({ reply_count: 1 });
    const history = await client().conversations.history({ channel: channel.id });
    expect(history.messages?.[0]).toMatchObject({ text: 'Frage' });
  });

  test('have a permalink, take a reaction, and can be taken back', async () => {
    const { ts = '' } = await client().chat.postMessage({ channel: channel.id, text: 'weg' });
    const link = await client().chat.getPermalink({ channel: channel.id, message_ts: ts });
    expect(link.permalink).toBe(`https://musterstadt.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`);
    await client().reactions.add({ channel: channel.id, timestamp: ts, name: 'eyes' });
    expect(await refusal(client().reactions.add({ channel: channel.id, timestamp: ts, name: 'eyes' }))).toMatchObject({
      error: 'already_reacted',
    });
    await client().chat.delete({ channel: channel.id, ts });
    expect(await refusal(client().chat.update({ channel: channel.id, ts, text: 'a' }))).toMatchObject({
      error: 'message_not_found',
    });
  });

  test('for one person only are seen by that person only', async () => {
    await client().chat.postEphemeral({ channel: channel.id, user: vorsitz.id, text: 'nur für Sie' });

    expect(slack().ephemeralsFor(vorsitz).at(-1)?.message.text).toBe('nur für Sie');
    expect(
      slack()
        .messagesIn(channel)
        .some(({ message }) => message.text === 'nur für Sie'),
    ).toBe(false);
    const other = team().addUser('leitung');
    const call = client().chat.postEphemeral({ channel: channel.id, user: other.id, text: 'a' });
    expect(await refusal(call)).toMatchObject({ error: 'user_not_in_channel' });
  });

  test('to a person go to the direct chat', async () => {
    const opened = await client().conversations.open({ users: vorsitz.id });
    await client().chat.postMessage({ channel: vorsitz.id, text: 'Guten Tag' });

    expect(slack().directMessages(vorsitz).at(-1)).toMatchObject({
      channel: opened.channel?.id,
      message: { text: 'Guten Tag' },
    });
  });
});

describe('a message is refused', () => {
  const post = (args: object) =>
    refusal(client().apiCall('chat.postMessage', { channel: channel.id, text: 'a', ...args }));
  const closed = () => team().addChannel('alt', { isArchived: true });
  const elsewhere = () => team().addChannel('fremd', { withBot: false });
  const hidden = () => team().addChannel('geheim', { kind: 'private', withBot: false });
  const gone = () => team().addUser('gone', { deleted: true });

  const cases: readonly (readonly [string, () => object, string])[] = [
    ['without words', () => ({ text: '' }), 'no_text'],
    ['without a channel', () => ({ channel: '' }), 'channel_not_found'],
    ['for a channel nobody knows', () => ({ channel: 'C0NOWHERE' }), 'channel_not_found'],
    ['for a private channel without the bot', () => ({ channel: hidden().id }), 'channel_not_found'],
    ['for a public channel without the bot', () => ({ channel: elsewhere().id }), 'not_in_channel'],
    ['for an archived channel', () => ({ channel: closed().id }), 'is_archived'],
    ['for somebody who left', () => ({ channel: gone().id }), 'user_disabled'],
    ['for the bot itself', () => ({ channel: team().bot.id }), 'cannot_dm_bot'],
    ['when too long', () => ({ text: 'x'.repeat(L.messageText + 1) }), 'msg_too_long'],
    ['with blocks that are no JSON', () => ({ blocks: '[{' }), 'invalid_blocks_format'],
    [
      'with too much in its blocks together',
      () => ({
        blocks: Array.from({ length: 5 }, () => ({
          type: 'section',
          text: { type: 'plain_text', text: 'x'.repeat(2_900) },
        })),
      }),
      'msg_blocks_too_long',
    ],
    ['with metadata of no shape', () => ({ metadata: { key: 'k' } }), 'invalid_metadata_schema'],
    ['in a thread that is none', () => ({ thread_ts: '1.000001' }), 'thread_not_found'],
  ];

  test.each(cases)('%s', async (_, args, error) => {
    expect(await post(args())).toMatchObject({ ok: false, error });
  });

  test('with blocks that break a rule, each with its place', async () => {
    const complaint = 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]';
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_001) } }];

    expect(await post({ blocks })).toMatchObject({
      error: 'invalid_blocks',
      errors: [complaint],
      response_metadata: { messages: [`[ERROR] ${complaint}`] },
    });
  });

  test('as a change beyond the shorter limit for changes', async () => {
    const { ts = '' } = await client().chat.postMessage({ channel: channel.id, text: 'x'.repeat(L.messageText) });
    const change = (size: number) => client().chat.update({ channel: channel.id, ts, text: 'x'.repeat(size) });

    expect(await change(L.updatedText)).toMatchObject({ ok: true });
    expect(await refusal(change(L.updatedText + 1))).toMatchObject({ error: 'msg_too_long' });
  });
});

describe('people and channels', () => {
  test('are told page by page', async () => {
    const first = await client().users.list({ limit: 1 });
    const next = await client().users.list({ limit: 1, cursor: first.response_metadata?.next_cursor ?? '' });
    expect([first.members?.[0]?.id, next.members?.[0]?.id]).toEqual([team().bot.id, vorsitz.id]);
  });

  test('tell their state', async () => {
    const guest = team().addUser('gast', { isRestricted: true, isStranger: true });
    expect((await client().users.info({ user: guest.id })).user).toMatchObject({
      is_restricted: true,
      is_stranger: true,
    });
    expect((await client().users.info({ user: vorsitz.id, include_locale: true })).user).toMatchObject({
      locale: 'de-DE',
      tz: 'Europe/Berlin',
      profile: { display_name: 'Vorsitz' },
    });
    expect((await client().conversations.info({ channel: channel.id })).channel).toMatchObject({
      name: 'ag-bildung',
      is_private: false,
      is_member: true,
    });
    expect((await client().conversations.members({ channel: channel.id })).members).toEqual([
      vorsitz.id,
      team().bot.id,
    ]);
    expect((await client().team.info()).team).toMatchObject({ id: team().id, name: 'Musterstadt' });
    expect((await client().bots.info({ bot: team().botId })).bot).toMatchObject({ user_id: team().bot.id });
  });

  test('a public channel can be joined, a private one not', async () => {
    const open = team().addChannel('offen', { withBot: false });
    await client().conversations.join({ channel: open.id });
    expect(open.members.has(team().bot.id)).toBe(true);
    const names = (await client().users.conversations({ types: 'public_channel,private_channel' })).channels?.map(
      ({ name }) => name,
    );
    expect(names).toContain('offen');
    expect(names).not.toContain('geheim');
  });
});

test('a file goes up in three steps and is shown in its channel', async () => {
  const file = Buffer.from('not really a picture');
  await client().filesUploadV2({
    channel_id: channel.id,
    file,
    filename: 'stand.png',
    alt_text: 'Stand der Aufgaben',
    initial_comment: 'Stand',
  });

  const posted = slack().messagesIn(channel).at(-1);
  expect(posted?.message).toMatchObject({
    text: 'Stand',
    files: [{ name: 'stand.png', alt_txt: 'Stand der Aufgaben', mimetype: 'image/png' }],
  });
  expect([...team().files.values()].at(-1)?.content).toEqual(file);
});

test('a missing scope is named', async () => {
  const narrow = await openDesk({ team: { scopes: ['chat:write', 'channels:read'] } });
  const channel = narrow.slack.team.addChannel('ag-bildung');

  await narrow.client.chat.postMessage({ channel: channel.id, text: 'a' });
  const call = narrow.client.conversations.history({ channel: channel.id });
  expect(await refusal(call)).toMatchObject({
    error: 'missing_scope',
    needed: 'channels:history',
    provided: 'chat:write,channels:read',
  });
  expect(await refusal(narrow.client.users.list({}))).toMatchObject({ needed: 'users:read' });
  await narrow.slack.close();
});
