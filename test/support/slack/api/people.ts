/** users.*, team.info, bots.info, auth.*: who is who. */
import type { Json } from '../blocks/check.ts';
import type { SlackUser } from '../state/model.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Method, needed, page, refuse, text } from './call.ts';

export function userObject(user: SlackUser, team: Workspace): Json {
  const scopes = team.installation.scopes;
  const email = scopes === null || scopes.includes('users:read.email') ? { email: user.email } : {};
  const profile = {
    title: '',
    phone: '',
    skype: '',
    real_name: user.realName,
    real_name_normalized: user.realName,
    display_name: user.displayName,
    display_name_normalized: user.displayName,
    status_text: '',
    status_emoji: '',
    status_expiration: 0,
    avatar_hash: '',
    team: user.teamId,
    ...(user.isBot ? { bot_id: team.botId, api_app_id: team.appId } : email),
  };
  const common = { id: user.id, team_id: user.teamId, name: user.name, deleted: user.deleted, profile };
  const { enterprise } = team;
  const home =
    enterprise === null || user.isExternal || user.isStranger
      ? {}
      : {
          enterprise_user: {
            id: user.id,
            enterprise_id: enterprise.id,
            enterprise_name: enterprise.name,
            is_admin: false,
            is_owner: false,
            teams: [user.teamId],
          },
        };
  const last = {
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
    ...(user.isStranger ? { is_stranger: true } : {}),
  };
  if (user.deleted) return { ...common, ...last };
  return {
    ...common,
    ...last,
    ...home,
    color: '9f69e7',
    real_name: user.realName,
    tz: user.zone,
    tz_label: user.zone,
    tz_offset: 3600,
    locale: user.locale,
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: false,
    is_restricted: user.isRestricted,
    is_ultra_restricted: false,
    is_email_confirmed: true,
    who_can_share_contact_card: 'EVERYONE',
  };
}

const userInfo: Method = ({ args, team }) => {
  const user = team.users.get(needed(args, 'user', 'user_not_found'));
  if (!user) return refuse('user_not_found');
  return { user: withLocale(userObject(user, team), args) };
};

/** `locale` is told only to those who ask for it. */
function withLocale({ locale, ...user }: Json, args: Json): Json {
  return text(args, 'include_locale') === 'true' && locale !== undefined ? { ...user, locale } : user;
}

const userList: Method = ({ args, team, slack }) => {
  const { found, response_metadata } = page([...team.users.values()], args, 1000);
  const members = found.map((user) => withLocale(userObject(user, team), args));
  return { members, cache_ts: Math.floor(slack.clock.now() / 1000), response_metadata };
};

const authTest: Method = ({ team }) => ({
  url: `https://${team.domain}.slack.com/`,
  team: team.name,
  user: team.bot.name,
  team_id: team.enterprise?.wide ? team.enterprise.id : team.id,
  user_id: team.bot.id,
  bot_id: team.botId,
  ...(team.enterprise ? { enterprise_id: team.enterprise.id } : {}),
  is_enterprise_install: team.enterprise?.wide === true,
});

const authRevoke: Method = ({ args, team }) => {
  if (text(args, 'test') === 'true') return { revoked: false };
  team.installation.refused = 'token_revoked';
  return { revoked: true };
};

const teamInfo: Method = ({ team }) => ({
  team: {
    id: team.id,
    name: team.name,
    url: `https://${team.domain}.slack.com/`,
    domain: team.domain,
    email_domain: '',
    icon: { image_default: true },
    avatar_base_url: 'https://ca.slack-edge.com/',
    is_verified: false,
  },
});

const botInfo: Method = ({ args, team, slack }) => {
  if (text(args, 'bot') !== team.botId) return refuse('bot_not_found');
  const icons = { image_36: '', image_48: '', image_72: '' };
  const updated = Math.floor(slack.clock.now() / 1000);
  return {
    bot: {
      id: team.botId,
      deleted: false,
      name: team.bot.displayName,
      updated,
      app_id: team.appId,
      user_id: team.bot.id,
      icons,
    },
  };
};

export const peopleMethods: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'auth.revoke': authRevoke,
  'bots.info': botInfo,
  'team.info': teamInfo,
  'users.info': userInfo,
  'users.list': userList,
};
