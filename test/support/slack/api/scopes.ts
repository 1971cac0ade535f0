/** Which scope a method needs, for teams whose bot token has a list of them. */
import type { Json } from '../blocks/check.ts';
import type { ChannelKind } from '../state/model.ts';
import type { Workspace } from '../state/workspace.ts';
import { refuse, text } from './call.ts';

const FIXED: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'conversations.join': 'channels:join',
  'conversations.open': 'im:write',
  'reactions.add': 'reactions:write',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'bots.info': 'users:read',
  'team.info': 'team:read',
};

/** By kind of channel: `channels:read`, `groups:history` … */
const BY_KIND: Readonly<Record<string, 'read' | 'history'>> = {
  'conversations.info': 'read',
  'conversations.list': 'read',
  'conversations.members': 'read',
  'users.conversations': 'read',
  'conversations.history': 'history',
  'conversations.replies': 'history',
};

const PREFIX: Readonly<Record<ChannelKind, string>> = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' };

export function checkScope(method: string, args: Json, team: Workspace): void {
  const granted = team.installation.scopes;
  if (granted === null) return;
  for (const scope of neededScopes(method, args, team)) {
    if (!granted.includes(scope)) refuse('missing_scope', { needed: scope, provided: granted.join(',') });
  }
}

function neededScopes(method: string, args: Json, team: Workspace): string[] {
  const fixed = FIXED[method];
  if (fixed) return [fixed];
  const right = BY_KIND[method];
  if (!right) return [];
  const channel = team.channels.get(text(args, 'channel'));
  if (channel) return [`${PREFIX[channel.kind]}:${right}`];
  const types = (text(args, 'types') || 'public_channel').split(',');
  return types.map(
    (type) => `${type === 'public_channel' ? 'channels' : type === 'private_channel' ? 'groups' : type}:${right}`,
  );
}
