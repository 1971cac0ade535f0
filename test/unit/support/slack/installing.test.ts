/** Installing into several teams, tokens that expire, and their end. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { rotate, TOKEN_LIFETIME_S } from '../../../support/slack/api/oauth.ts';
import { clientOf, type Desk, openDesk, refusal } from './client.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.slack.close());

const app = () => ({ client_id: desk.slack.settings.clientId, client_secret: desk.slack.settings.clientSecret });
const access = (args: object) => clientOf(desk.slack, '').oauth.v2.access({ ...app(), ...args });

async function codeFor(team: string): Promise<string> {
  const query = new URLSearchParams({ redirect_uri: 'http://127.0.0.1/slack/oauth_redirect', state: 's', team });
  const answer = await fetch(`${desk.slack.authorizeUrl}?${query}`, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe('s');
  return back.searchParams.get('code') ?? '';
}

test('a code installs into its team, once', async () => {
  const other = desk.slack.addTeam({ id: 'T0NACHBAR', name: 'Nachbarstadt' });
  const code = await codeFor('T0NACHBAR');

  expect(await access({ code })).toMatchObject({
    access_token: other.installation.botToken,
    team: { id: 'T0NACHBAR' },
    bot_user_id: other.bot.id,
  });
  expect(await refusal(access({ code }))).toMatchObject({ error: 'invalid_code' });
  expect(await refusal(access({ code: 'x', client_secret: 'wrong' }))).toMatchObject({ error: 'bad_client_secret' });
});

test('teams do not see each other, even with the same ids', async () => {
  const other = desk.slack.addTeam({ id: 'T0NACHBAR' });
  const same = { id: 'C0GLEICH01' };
  desk.slack.team.addChannel('hier', same);
  other.addChannel('dort', same);

  const there = clientOf(desk.slack, other.installation.botToken);
  await there.chat.postMessage({ channel: 'C0GLEICH01', text: 'dort' });

  expect((await there.conversations.info({ channel: 'C0GLEICH01' })).channel).toMatchObject({ name: 'dort' });
  expect(desk.slack.messagesIn('C0GLEICH01')).toEqual([]);
  expect(desk.slack.messagesIn('C0GLEICH01', other)).toHaveLength(1);
});

test('a token that expires is renewed by a refresh token that works once', async () => {
  rotate(desk.slack.slack, desk.slack.team);
  const { botToken, refreshToken } = desk.slack.team.installation;
  const old = clientOf(desk.slack, botToken);
  await old.auth.test();
  desk.slack.clock.advance(TOKEN_LIFETIME_S * 1000);
  expect(await refusal(old.auth.test())).toMatchObject({ error: 'token_expired' });

  const renew = () => access({ grant_type: 'refresh_token', refresh_token: refreshToken ?? '' });
  const { access_token = '', expires_in } = await renew();

  expect(expires_in).toBe(TOKEN_LIFETIME_S);
  expect(await clientOf(desk.slack, access_token).auth.test()).toMatchObject({ ok: true });
  expect(await refusal(renew())).toMatchObject({ error: 'invalid_refresh_token' });
});

test('a revoked token is refused from then on', async () => {
  expect(await desk.client.auth.revoke()).toMatchObject({ revoked: true });
  expect(await refusal(desk.client.auth.test())).toMatchObject({ error: 'token_revoked' });
});
