/** What happens to channels, people and the installation: changed at Slack, and told to the app. */
import { userObject } from '../api/people.ts';
import type { Json } from '../blocks/check.ts';
import type { SlackChannel, SlackUser } from '../state/model.ts';
import type { UserSeed } from '../state/workspace.ts';
import type { Speech } from './speaking.ts';
import type { Delivered, DeliveryOptions, Send } from './transport.ts';

export interface Everyday extends Speech {
  readonly send: Send;
}

export function everyday({ slack, team, event, send }: Everyday) {
  const twin = (channel: SlackChannel, what: string) => `${channel.kind === 'private' ? 'group' : 'channel'}_${what}`;
  const membership = (channel: SlackChannel, user: SlackUser): Json => ({
    user: user.id,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: user.teamId,
  });

  function join(user: SlackUser, channel: SlackChannel, inviter?: SlackUser, options?: DeliveryOptions) {
    channel.members.add(user.id);
    const invited = inviter ? { inviter: inviter.id } : {};
    return event({ type: 'member_joined_channel', ...membership(channel, user), ...invited }, options);
  }

  function tellChange(user: SlackUser, type: string, options?: DeliveryOptions): Promise<Delivered> {
    const cache_ts = Math.floor(slack.clock.now() / 1000);
    return event({ type, user: userObject(user, team), ...(type === 'user_change' ? { cache_ts } : {}) }, options);
  }

  return {
    join,
    leave(user: SlackUser, channel: SlackChannel, options?: DeliveryOptions) {
      channel.members.delete(user.id);
      return event({ type: 'member_left_channel', ...membership(channel, user) }, options);
    },
    inviteBot: (inviter: SlackUser, channel: SlackChannel, options?: DeliveryOptions) =>
      join(team.bot, channel, inviter, options),
    removeBot(by: SlackUser, channel: SlackChannel, options?: DeliveryOptions) {
      channel.members.delete(team.bot.id);
      return event({ type: twin(channel, 'left'), channel: channel.id, actor_id: by.id }, options);
    },
    rename(channel: SlackChannel, name: string, options?: DeliveryOptions) {
      channel.name = name;
      const { id, kind, created } = channel;
      const named = { id, is_channel: kind === 'public', is_mpim: false, name, name_normalized: name, created };
      return event({ type: twin(channel, 'rename'), channel: named }, options);
    },
    archive(by: SlackUser, channel: SlackChannel, options?: DeliveryOptions) {
      channel.isArchived = true;
      return event({ type: twin(channel, 'archive'), channel: channel.id, user: by.id, is_moved: 0 }, options);
    },
    unarchive(by: SlackUser, channel: SlackChannel, options?: DeliveryOptions) {
      channel.isArchived = false;
      const actor = channel.kind === 'private' ? { actor_id: by.id } : { user: by.id };
      return event({ type: twin(channel, 'unarchive'), channel: channel.id, ...actor }, options);
    },
    remove(by: SlackUser, channel: SlackChannel, options?: DeliveryOptions) {
      team.channels.delete(channel.id);
      const date_deleted = Math.floor(slack.clock.now() / 1000);
      const when = channel.kind === 'private' ? { date_deleted } : {};
      return event({ type: twin(channel, 'deleted'), channel: channel.id, actor_id: by.id, ...when }, options);
    },
    makePrivate(channel: SlackChannel, options?: DeliveryOptions) {
      channel.kind = 'private';
      return event({ type: 'channel_convert_to_private', channel: channel.id }, options);
    },
    /** Renamed, deactivated, made a guest … */
    changeUser(user: SlackUser, to: Omit<UserSeed, 'id' | 'teamId' | 'isBot'>, options?: DeliveryOptions) {
      Object.assign(user, to);
      return tellChange(user, 'user_change', options);
    },
    joinTeam: (user: SlackUser, options?: DeliveryOptions) => tellChange(user, 'team_join', options),
    /** Revokes the bot's token; Slack's API refuses it from then on. */
    revokeTokens(options?: DeliveryOptions) {
      team.installation.refused = 'token_revoked';
      return event({ type: 'tokens_revoked', tokens: { oauth: [], bot: [team.bot.id] } }, options);
    },
    uninstall(options?: DeliveryOptions) {
      team.installation.refused = 'account_inactive';
      return event({ type: 'app_uninstalled' }, options);
    },
    /** Slack stops sending events of this team for a minute. Not wrapped as other events are. */
    rateLimitEvents(options?: DeliveryOptions) {
      const minute_rate_limited = Math.floor(slack.clock.now() / 60_000) * 60;
      const app = { token: slack.settings.verificationToken, api_app_id: team.appId };
      return send('event', { ...app, type: 'app_rate_limited', team_id: team.id, minute_rate_limited }, options);
    },
  };
}
