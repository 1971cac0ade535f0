/** chat.*: posting, changing and taking back messages. */
import { BLOCK_LIMITS } from '../blocks/blockLimits.ts';
import type { Json } from '../blocks/check.ts';
import type { Posted, SlackChannel } from '../state/model.ts';
import { byBot, change, say } from '../state/say.ts';
import type { Workspace } from '../state/workspace.ts';
import { type ApiCall, channelOf, type Method, needed, refuse, text } from './call.ts';
import { type Content, contentOf } from './content.ts';

/** A user's id stands for the direct chat with that user. */
function addressee(call: ApiCall): SlackChannel {
  const id = needed(call.args, 'channel', 'channel_not_found');
  const user = call.team.users.get(id);
  if (!user) return channelOf(call);
  if (user.isBot) refuse('cannot_dm_bot');
  if (user.deleted) refuse('user_disabled');
  return call.team.directChat(user);
}

function mayWrite(team: Workspace, channel: SlackChannel): void {
  if (channel.isArchived) refuse('is_archived');
  if (!channel.members.has(team.bot.id)) refuse('not_in_channel');
  const partner = channel.partner === null ? undefined : team.users.get(channel.partner);
  if (partner?.deleted) refuse('user_disabled');
}

function threadOf({ args, team }: ApiCall, channel: SlackChannel): string | undefined {
  const ts = text(args, 'thread_ts');
  if (ts === '') return undefined;
  const parent = team.messages.get(channel.id)?.find((posted) => posted.ts === ts);
  if (!parent) return refuse('thread_not_found');
  return parent.message.thread_ts ?? ts;
}

function messageBody(content: Content, thread: string | undefined) {
  return {
    text: content.text,
    ...(content.blocks && content.blocks.length > 0 ? { blocks: content.blocks } : {}),
    ...(content.metadata ? { metadata: content.metadata } : {}),
    ...(content.mrkdwn ? {} : { mrkdwn: false }),
    ...(thread ? { thread_ts: thread } : {}),
  };
}

const postMessage: Method = (call) => {
  const channel = addressee(call);
  const content = contentOf(call.args);
  mayWrite(call.team, channel);
  const body = messageBody(content, threadOf(call, channel));
  const message = { ...byBot(call.team), ...body };
  const posted = say(call.slack, call.team, { channel: channel.id, message, names: content.names });
  return { channel: channel.id, ts: posted.ts, message: posted.message };
};

const postEphemeral: Method = (call) => {
  const channel = channelOf(call);
  const user = needed(call.args, 'user');
  const content = contentOf(call.args);
  if (channel.isArchived) refuse('is_archived');
  if (!channel.members.has(call.team.bot.id)) refuse('not_in_channel');
  if (!call.team.users.has(user)) refuse('user_not_found');
  if (!channel.members.has(user)) refuse('user_not_in_channel');
  const body = messageBody(content, text(call.args, 'thread_ts') || undefined);
  const message = { ...byBot(call.team), ...body };
  const posted = say(call.slack, call.team, { channel: channel.id, message, names: content.names, only: user });
  return { message_ts: posted.ts };
};

/** A message of the bot's own, by `channel` and `ts`. */
function own(call: ApiCall, error: string): Posted {
  const channel = channelOf(call);
  const ts = needed(call.args, 'ts', 'message_not_found');
  const posted = call.team.said(channel.id).find((one) => one.ts === ts);
  if (!posted) return refuse('message_not_found');
  return posted.message.bot_id === call.team.botId ? posted : refuse(error);
}

const update: Method = (call) => {
  const posted = own(call, 'cant_update_message');
  if (channelOf(call).isArchived) refuse('is_inactive');
  const content = contentOf(call.args, BLOCK_LIMITS.updatedText);
  const channel = channelOf(call);
  if (channel.isArchived) refuse('is_archived');
  const blocks = content.blocks ? { blocks: content.blocks } : {};
  const metadata = content.metadata ? { metadata: content.metadata } : {};
  change(call.slack, call.team, posted, { text: content.text, ...blocks, ...metadata });
  posted.names = content.names;
  return { channel: posted.channel, ts: posted.ts, text: content.text, message: posted.message };
};

const remove: Method = (call) => {
  const posted = own(call, 'cant_delete_message');
  posted.deleted = true;
  return { channel: posted.channel, ts: posted.ts };
};

const getPermalink: Method = (call) => {
  const channel = channelOf(call);
  const ts = needed(call.args, 'message_ts', 'message_not_found');
  if (!call.team.said(channel.id).some((posted) => posted.ts === ts)) refuse('message_not_found');
  return { channel: channel.id, permalink: permalink(call.team, channel.id, ts) };
};

export function permalink(team: Workspace, channel: string, ts: string): string {
  return `https://${team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
}

const react: Method = (call) => {
  const channel = channelOf(call);
  const ts = needed(call.args, 'timestamp', 'no_item_specified');
  const name = needed(call.args, 'name', 'invalid_name');
  const posted = call.team.said(channel.id).find((one) => one.ts === ts);
  if (!posted) return refuse('message_not_found');
  if (channel.isArchived) refuse('is_archived');
  const by = posted.reactions.get(name) ?? new Set();
  if (by.has(call.team.bot.id)) refuse('already_reacted');
  posted.reactions.set(name, by.add(call.team.bot.id));
  return {} satisfies Json;
};

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
  'reactions.add': react,
};
