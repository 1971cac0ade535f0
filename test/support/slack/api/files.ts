/** files.*: an upload in three steps: ask for an address, send the bytes there, complete. */
import { isObject, type Json } from '../blocks/check.ts';
import { byBot, say } from '../state/say.ts';
import type { Slack } from '../state/slack.ts';
import { type ApiCall, channelOf, type Method, needed, refuse, structure, text } from './call.ts';

const getUploadUrl: Method = ({ slack, team, args }) => {
  const name = needed(args, 'filename', 'missing_filename');
  const length = Number(needed(args, 'length', 'missing_length'));
  if (!Number.isInteger(length) || length <= 0) refuse('invalid_arguments');
  const id = slack.ids.next('F');
  const altText = text(args, 'alt_txt') || text(args, 'alt_text');
  team.files.set(id, { id, name, length, altText, title: name, content: null, channel: null });
  return { upload_url: `${slack.baseUrl}/upload/v1/${id}`, file_id: id };
};

/** Takes the bytes of a file. @returns false when nobody asked for that address or the length is another */
export function receiveUpload(slack: Slack, fileId: string, content: Buffer): boolean {
  const file = [...slack.teams.values()].map((team) => team.files.get(fileId)).find((found) => found !== undefined);
  if (!file || file.length !== content.length) return false;
  file.content = content;
  return true;
}

const completeUpload: Method = (call) => {
  const { team, args, slack } = call;
  const named = structure(args, 'files', 'invalid_arguments');
  if (!Array.isArray(named) || named.length === 0) return refuse('invalid_arguments');
  const files = named.filter(isObject).map((one) => {
    const file = team.files.get(text(one, 'id'));
    if (!file?.content || file.channel !== null) return refuse('file_not_found');
    file.title = text(one, 'title') || file.name;
    return file;
  });
  const shown = files.map((file) => fileObject(call, file));
  if (text(args, 'channel_id') !== '') {
    const channel = channelOf(call, 'channel_id');
    if (channel.isArchived) refuse('is_archived');
    if (!channel.members.has(team.bot.id)) refuse('not_in_channel');
    for (const file of files) file.channel = channel.id;
    const thread = text(args, 'thread_ts');
    const rest = { text: text(args, 'initial_comment'), files: shown, ...(thread ? { thread_ts: thread } : {}) };
    say(slack, team, { channel: channel.id, message: { ...byBot(team), ...rest } });
  }
  return { files: shown };
};

function fileObject(
  { team, slack }: ApiCall,
  file: { id: string; name: string; title: string; length: number; altText: string },
): Json {
  const type = file.name.split('.').at(-1) ?? '';
  const address = `https://files.slack.com/files-pri/${team.id}-${file.id}/${file.name}`;
  return {
    id: file.id,
    created: Math.floor(slack.clock.now() / 1000),
    timestamp: Math.floor(slack.clock.now() / 1000),
    name: file.name,
    title: file.title,
    mimetype: type === 'png' ? 'image/png' : 'application/octet-stream',
    filetype: type,
    pretty_type: type.toUpperCase(),
    user: team.bot.id,
    user_team: team.id,
    editable: false,
    size: file.length,
    mode: 'hosted',
    is_external: false,
    is_public: true,
    url_private: address,
    url_private_download: address,
    permalink: address,
    ...(file.altText ? { alt_txt: file.altText } : {}),
  };
}

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
};
