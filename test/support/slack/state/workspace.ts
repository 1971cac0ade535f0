/** One team at Slack with the app installed in it: people, channels, what was said. */
import type { SlackClock } from './clock.ts';
import type { Ids } from './ids.ts';
import type { ChannelKind, OpenView, Posted, SlackChannel, SlackFile, SlackUser, SlackView } from './model.ts';

export interface WorkspaceSeed {
  readonly id?: string;
  readonly name?: string;
  readonly domain?: string;
  readonly botToken?: string;
  /** Scopes of the bot token; left out: whatever is needed. */
  readonly scopes?: readonly string[];
  readonly appId?: string;
  /** The organisation (Enterprise Grid) it belongs to. */
  readonly enterprise?: Enterprise;
}

export interface Enterprise {
  readonly id: string;
  readonly name: string;
  /** The app is installed for the whole organisation at once. */
  readonly wide: boolean;
}

type Changeable = Omit<SlackUser, 'id' | 'teamId' | 'isBot'>;
export type UserSeed = Partial<Changeable> & {
  readonly id?: string;
  readonly teamId?: string;
  readonly isBot?: boolean;
};

export interface ChannelSeed {
  readonly id?: string;
  readonly kind?: ChannelKind;
  readonly isArchived?: boolean;
  readonly isShared?: boolean;
  /** The bot is a member unless this is false. */
  readonly withBot?: boolean;
  readonly members?: readonly (SlackUser | string)[];
}

/** A token that an app may call with. `refused`: the error it gets instead, such as `token_revoked`. */
export interface Installation {
  botToken: string;
  refreshToken: string | null;
  /** Milliseconds since 1970; null: never. */
  expiresAt: number | null;
  refused: string | null;
  scopes: readonly string[] | null;
}

export type Workspace = ReturnType<typeof createWorkspace>;

export function createWorkspace(seed: WorkspaceSeed, ids: Ids, clock: SlackClock) {
  const id = seed.id ?? ids.next('T');
  const appId = seed.appId ?? 'A0MITWIRK';
  const users = new Map<string, SlackUser>();
  const channels = new Map<string, SlackChannel>();
  const messages = new Map<string, Posted[]>();

  function addUser(name: string, own: UserSeed = {}): SlackUser {
    const shown = own.displayName ?? name;
    const defaults = {
      realName: shown,
      displayName: shown,
      email: `${name}@example.org`,
      zone: 'Europe/Berlin',
      locale: 'de-DE',
    };
    const flags = {
      deleted: false,
      isAdmin: false,
      isOwner: false,
      isRestricted: false,
      isStranger: false,
      isExternal: false,
      isBot: false,
    };
    const user = { id: ids.next('U'), teamId: id, name, ...defaults, ...flags, ...own };
    users.set(user.id, user);
    return user;
  }

  const bot = addUser('mitwirk', { displayName: 'Mitwirk', isBot: true });
  const botId = ids.next('B');

  function addChannel(name: string, own: ChannelSeed = {}): SlackChannel {
    const kind = own.kind ?? 'public';
    const members = new Set((own.members ?? []).map((member) => (typeof member === 'string' ? member : member.id)));
    if (own.withBot !== false) members.add(bot.id);
    const channel: SlackChannel = {
      id: own.id ?? ids.next('C'),
      teamId: id,
      name,
      kind,
      isArchived: own.isArchived ?? false,
      isShared: own.isShared ?? false,
      created: Math.floor(clock.now() / 1000),
      creator: [...members][0] ?? bot.id,
      members,
      partner: null,
    };
    channels.set(channel.id, channel);
    return channel;
  }

  /** The direct chat of a user with the bot, opened when there is none. */
  function directChat(user: SlackUser | string): SlackChannel {
    const partner = typeof user === 'string' ? user : user.id;
    const known = [...channels.values()].find((channel) => channel.partner === partner);
    if (known) return known;
    const opened = addChannel('directmessage', { id: ids.next('D'), kind: 'im', members: [partner] });
    const channel = { ...opened, partner };
    channels.set(channel.id, channel);
    return channel;
  }

  const installation: Installation = {
    botToken: seed.botToken ?? `xoxb-${id}-${ids.secret()}`,
    refreshToken: null,
    expiresAt: null,
    refused: null,
    scopes: seed.scopes ?? null,
  };

  return {
    id,
    appId,
    name: seed.name ?? 'Musterstadt',
    domain: seed.domain ?? 'musterstadt',
    enterprise: seed.enterprise ?? null,
    bot,
    botId,
    installation,
    users,
    channels,
    /** In order, by channel id; changed and deleted ones too. */
    messages,
    ephemerals: [] as Posted[],
    views: new Map<string, OpenView>(),
    /** The home tab of each user. */
    homes: new Map<string, SlackView>(),
    files: new Map<string, SlackFile>(),
    addUser,
    addChannel,
    directChat,
    userByName: (name: string) => [...users.values()].find((user) => user.name === name),
    channelByName: (name: string) => [...channels.values()].find((channel) => channel.name === name),
    /** All of a channel, deleted ones left out. */
    said: (channel: string) => (messages.get(channel) ?? []).filter(({ deleted }) => !deleted),
  };
}
