/** oauth.v2.access: installing into a team by code, and renewing a token that expires. */
import type { Json } from '../blocks/check.ts';
import type { Slack } from '../state/slack.ts';
import type { Workspace } from '../state/workspace.ts';
import { refuse, text } from './call.ts';

/** https://docs.slack.dev/authentication/using-token-rotation */
export const TOKEN_LIFETIME_S = 43_200;

/** Called without a token: client id and secret come as Basic authentication or as arguments. */
export function oauthAccess(slack: Slack, args: Json, authorization: string): Json {
  const [id, secret] = clientOf(args, authorization);
  if (id !== slack.settings.clientId) refuse('invalid_client_id');
  if (secret !== slack.settings.clientSecret) refuse('bad_client_secret');
  if (text(args, 'grant_type') === 'refresh_token') return renewed(slack, text(args, 'refresh_token'));
  const code = text(args, 'code');
  const team = slack.codes.get(code);
  if (!team) return refuse('invalid_code');
  slack.codes.delete(code);
  team.installation.refused = null;
  return installed(slack, team);
}

function clientOf(args: Json, authorization: string): string[] {
  if (!authorization.startsWith('Basic ')) return [text(args, 'client_id'), text(args, 'client_secret')];
  return Buffer.from(authorization.slice(6), 'base64').toString().split(':').map(decodeURIComponent);
}

/** A refresh token works once. */
function renewed(slack: Slack, refreshToken: string): Json {
  const team = [...slack.teams.values()].find((one) => one.installation.refreshToken === refreshToken);
  if (!team || refreshToken === '') return refuse('invalid_refresh_token');
  rotate(slack, team);
  return installed(slack, team);
}

/** Gives the team a token that expires, and the means to renew it. */
export function rotate(slack: Slack, team: Workspace): void {
  team.installation.botToken = `xoxe.xoxb-${team.id}-${slack.ids.secret()}`;
  team.installation.refreshToken = `xoxe-1-${slack.ids.secret()}`;
  team.installation.expiresAt = slack.clock.now() + TOKEN_LIFETIME_S * 1000;
}

function installed(slack: Slack, team: Workspace): Json {
  const { botToken, refreshToken, expiresAt, scopes } = team.installation;
  const expires_in = expiresAt === null ? null : Math.round((expiresAt - slack.clock.now()) / 1000);
  const installer = [...team.users.values()].find((user) => user.isAdmin) ?? team.bot;
  return {
    app_id: team.appId,
    authed_user: { id: installer.id },
    scope: (scopes ?? []).join(','),
    token_type: 'bot',
    access_token: botToken,
    bot_user_id: team.bot.id,
    team: team.enterprise?.wide ? null : { id: team.id, name: team.name },
    enterprise: team.enterprise ? { id: team.enterprise.id, name: team.enterprise.name } : null,
    is_enterprise_install: team.enterprise?.wide === true,
    ...(expires_in === null ? {} : { refresh_token: refreshToken, expires_in }),
  };
}
