/** conversations.*: channels and what was said in them. */
import type { Json } from '../blocks/check.ts';
import type { Posted, SlackChannel } from '../state/model.ts';
import type { Workspace } from '../state/workspace.ts';
import { type ApiCall, channelOf, flag, type Method, needed, page, refuse, text } from './call.ts';

export function channelObject(channel: SlackChannel, team: Workspace): Json {
  const { id, name, kind, created, creator } = channel;
  const topic = { value: '', creator: '', last_set: 0 };
  if (kind === 'im') {
    const shared = { is_org_shared: false, context_team_id: team.id, updated: created * 1000 };
    return {
      id,
      created,
      is_archived: channel.isArchived,
      is_im: true,
      user: channel.partner,
      is_user_deleted: false,
      priority: 0,
      ...shared,
    };
  }
  return {
    id,
    name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'public',
    created,
    is_archived: channel.isArchived,
    is_general: false,
    unlinked: 0,
    name_normalized: name,
    is_shared: channel.isShared,
    is_org_shared: false,
    is_ext_shared: channel.isShared,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: team.id,
    updated: created * 1000,
    creator,
    shared_team_ids: [team.id],
    pending_connected_team_ids: [],
    is_member: channel.members.has(team.bot.id),
    topic,
    purpose: topic,
    previous_names: [],
  };
}

const info: Method = (call) => {
  const channel = channelOf(call);
  const count = flag(call.args, 'include_num_members') ? { num_members: channel.members.size } : {};
  return { channel: { ...channelObject(channel, call.team), ...count } };
};

const members: Method = (call) => {
  const channel = channelOf(call);
  const { found, response_metadata } = page([...channel.members], call.args, 100);
  return { members: found, response_metadata };
};

const KIND_NAMES: Readonly<Record<string, SlackChannel['kind']>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

function visible({ args, team }: ApiCall): SlackChannel[] {
  const named = (text(args, 'types') || 'public_channel').split(',').map((type) => KIND_NAMES[type.trim()]);
  if (named.includes(undefined)) refuse('invalid_types');
  return [...team.channels.values()].filter(
    (channel) =>
      named.includes(channel.kind) &&
      !(flag(args, 'exclude_archived') && channel.isArchived) &&
      (channel.kind === 'public' || channel.members.has(team.bot.id)),
  );
}

const list: Method = (call) => {
  const { found, response_metadata } = page(visible(call), call.args, 100);
  return { channels: found.map((channel) => channelObject(channel, call.team)), response_metadata };
};

export const ofUser: Method = (call) => {
  const user = text(call.args, 'user') || call.team.bot.id;
  if (!call.team.users.has(user)) refuse('user_not_found');
  const { found, response_metadata } = page(
    visible(call).filter((channel) => channel.members.has(user)),
    call.args,
    100,
  );
  return { channels: found.map((channel) => channelObject(channel, call.team)), response_metadata };
};

const join: Method = (call) => {
  const channel = channelOf(call);
  if (channel.isArchived) refuse('is_archived');
  if (channel.kind !== 'public') refuse('method_not_supported_for_channel_type');
  const already = channel.members.has(call.team.bot.id);
  channel.members.add(call.team.bot.id);
  return { channel: channelObject(channel, call.team), ...(already ? { warning: 'already_in_channel' } : {}) };
};

const open: Method = ({ args, team }) => {
  const ids = needed(args, 'users', 'users_list_not_supplied').split(',');
  const [first = '', ...others] = ids;
  if (others.length > 0) refuse('not_enough_users');
  const user = team.users.get(first);
  if (!user) return refuse('user_not_found');
  if (user.deleted) refuse('user_disabled');
  if (user.isBot) refuse('cannot_dm_bot');
  const known = [...team.channels.values()].some((channel) => channel.partner === user.id);
  const channel = team.directChat(user);
  const full = flag(args, 'return_im') ? channelObject(channel, team) : { id: channel.id };
  return { ...(known ? { no_op: true, already_open: true } : {}), channel: full };
};

/** As readers of the history get it: metadata only on request, reactions, and the count of answers. */
function historic(posted: Posted, all: readonly Posted[], args: Json): Json {
  const { metadata, ...message } = posted.message;
  const answers = all.filter((one) => one.message.thread_ts === posted.ts && one.ts !== posted.ts);
  const latest = answers.at(-1);
  const people = [...new Set(answers.map((one) => String(one.message.user)))];
  const reactions = [...posted.reactions].map(([name, by]) => ({ name, users: [...by], count: by.size }));
  return {
    ...message,
    ...(metadata && flag(args, 'include_all_metadata') ? { metadata } : {}),
    ...(reactions.length > 0 ? { reactions } : {}),
    ...(latest
      ? {
          thread_ts: posted.ts,
          reply_count: answers.length,
          reply_users: people,
          reply_users_count: people.length,
          latest_reply: latest.ts,
        }
      : {}),
  };
}

function between(posted: readonly Posted[], args: Json): Posted[] {
  const oldest = Number(text(args, 'oldest') || 0);
  const latest = Number(text(args, 'latest') || Number.MAX_SAFE_INTEGER);
  const ends = flag(args, 'inclusive');
  return posted.filter(({ ts }) => {
    const at = Number(ts);
    return (at > oldest || (ends && at === oldest)) && (at < latest || (ends && at === latest));
  });
}

function readable(call: ApiCall): Posted[] {
  const channel = channelOf(call);
  if (!channel.members.has(call.team.bot.id)) refuse('not_in_channel');
  return call.team.said(channel.id);
}

const history: Method = (call) => {
  const all = readable(call);
  const top = all.filter((posted) => (posted.message.thread_ts ?? posted.ts) === posted.ts);
  const { found, more, response_metadata } = page(between(top, call.args).reverse(), call.args, 100);
  const messages = found.map((posted) => historic(posted, all, call.args));
  return { messages, has_more: more, pin_count: 0, ...(more ? { response_metadata } : {}) };
};

const replies: Method = (call) => {
  const all = readable(call);
  const ts = needed(call.args, 'ts', 'thread_not_found');
  const parent = all.find((posted) => posted.ts === ts);
  if (!parent) return refuse('thread_not_found');
  const answers = all.filter((posted) => posted.message.thread_ts === ts && posted.ts !== ts);
  const { found, more, response_metadata } = page([parent, ...between(answers, call.args)], call.args, 1000);
  const messages = found.map((posted) => historic(posted, all, call.args));
  return { messages, has_more: more, ...(more ? { response_metadata } : {}) };
};

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.list': list,
  'conversations.join': join,
  'conversations.open': open,
  'conversations.history': history,
  'conversations.replies': replies,
  'users.conversations': ofUser,
};
