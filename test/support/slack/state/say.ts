/** Puts messages where their readers find them, with what Slack adds: ids for blocks and elements, and who said it. */
import { isObject, type Json } from '../blocks/check.ts';
import type { Posted, SlackMessage } from './model.ts';
import type { Slack } from './slack.ts';
import type { Workspace } from './workspace.ts';

const PASSIVE = new Set(['image', 'plain_text', 'mrkdwn']);

/** `block_id` and `action_id` for those that have none, and `emoji` of plain text spelled out. */
export function withIds(blocks: readonly Json[], slack: Slack): Json[] {
  return blocks.map((block) => {
    const named = { ...spelled(block), block_id: block.block_id ?? slack.ids.next('b') };
    if (block.type === 'rich_text') return named;
    const elements = (value: unknown) => (Array.isArray(value) ? value.map((one) => withActionId(one, slack)) : value);
    return {
      ...named,
      ...('elements' in named ? { elements: elements(named.elements) } : {}),
      ...('accessory' in named ? { accessory: withActionId(named.accessory, slack) } : {}),
      ...('element' in named ? { element: withActionId(named.element, slack) } : {}),
    };
  });
}

function withActionId(element: unknown, slack: Slack): unknown {
  if (!isObject(element) || PASSIVE.has(String(element.type))) return element;
  return { ...element, action_id: element.action_id ?? slack.ids.next('a') };
}

function spelled(value: Json): Json {
  const entries = Object.entries(value).map(([name, part]) => {
    if (Array.isArray(part)) return [name, part.map((one) => (isObject(one) ? spelled(one) : one))];
    return [name, isObject(part) ? spelled(part) : part];
  });
  const copy: Json = Object.fromEntries(entries);
  if (value.type === 'plain_text') return { emoji: true, ...copy };
  return value.type === 'mrkdwn' ? { verbatim: false, ...copy } : copy;
}

export function byBot(team: Workspace): Pick<SlackMessage, 'user' | 'bot_id' | 'app_id' | 'bot_profile'> {
  const icons = { image_36: '', image_48: '', image_72: '' };
  return {
    user: team.bot.id,
    bot_id: team.botId,
    app_id: team.appId,
    bot_profile: {
      id: team.botId,
      app_id: team.appId,
      name: team.bot.displayName,
      icons,
      deleted: false,
      updated: 0,
      team_id: team.id,
    },
  };
}

export interface Saying {
  readonly channel: string;
  readonly message: Omit<SlackMessage, 'type' | 'ts' | 'team'>;
  readonly names?: boolean;
  readonly only?: string | null;
}

export function say(slack: Slack, team: Workspace, saying: Saying): Posted {
  const ts = slack.ids.ts();
  const blocks = saying.message.blocks;
  const posted: Posted = {
    channel: saying.channel,
    ts,
    message: {
      type: 'message',
      ts,
      team: team.id,
      ...saying.message,
      ...(blocks ? { blocks: withIds(blocks, slack) } : {}),
    },
    earlier: [],
    deleted: false,
    names: saying.names ?? false,
    only: saying.only ?? null,
    at: slack.clock.now(),
    reactions: new Map(),
  };
  if (posted.only === null) team.messages.set(posted.channel, [...(team.messages.get(posted.channel) ?? []), posted]);
  else team.ephemerals.push(posted);
  return posted;
}

/** Replaces what a message says and keeps what it said. Blocks that are left out stay; an empty list takes them away. */
export function change(slack: Slack, team: Workspace, posted: Posted, to: Partial<SlackMessage>): void {
  posted.earlier.push(posted.message);
  const { blocks: before, ...kept } = posted.message;
  const { blocks: after, ...rest } = to;
  const blocks = after ? withIds(after, slack) : (before ?? []);
  posted.message = {
    ...kept,
    ...rest,
    ...(blocks.length > 0 ? { blocks } : {}),
    edited: { user: team.bot.id, ts: slack.ids.ts() },
  };
}
