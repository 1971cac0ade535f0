/** What Slack remembers: people, channels, messages, views. Field names of `SlackMessage` and `SlackView` are those of the API. */
import type { Json } from '../blocks/check.ts';

export interface SlackUser {
  readonly id: string;
  readonly teamId: string;
  /** The handle, unique in the team. */
  name: string;
  realName: string;
  displayName: string;
  email: string;
  zone: string;
  locale: string;
  deleted: boolean;
  isAdmin: boolean;
  isOwner: boolean;
  /** A guest. */
  isRestricted: boolean;
  /** From another team, by Slack Connect, and in no channel with the app. */
  isStranger: boolean;
  /** From another team or organisation, by Slack Connect. */
  isExternal: boolean;
  readonly isBot: boolean;
}

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export interface SlackChannel {
  readonly id: string;
  readonly teamId: string;
  name: string;
  kind: ChannelKind;
  isArchived: boolean;
  isShared: boolean;
  readonly created: number;
  readonly creator: string;
  readonly members: Set<string>;
  /** Whom the bot talks to in a direct chat. */
  readonly partner: string | null;
}

export interface SlackMessage {
  readonly type: 'message';
  readonly subtype?: string;
  readonly ts: string;
  readonly team: string;
  readonly text: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly username?: string;
  readonly app_id?: string;
  readonly bot_profile?: Json;
  readonly blocks?: readonly Json[];
  readonly thread_ts?: string;
  readonly metadata?: Json;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly files?: readonly Json[];
  readonly mrkdwn?: boolean;
  readonly client_msg_id?: string;
}

export interface Posted {
  readonly channel: string;
  readonly ts: string;
  /** As it stands now. */
  message: SlackMessage;
  /** As it stood before, oldest first. */
  readonly earlier: SlackMessage[];
  deleted: boolean;
  /** Bare names were made live (`link_names` or `parse: full`). */
  names: boolean;
  /** The user who alone sees it; null when everybody does. */
  readonly only: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reactions: Map<string, Set<string>>;
}

export interface SlackView {
  readonly id: string;
  readonly team_id: string;
  readonly type: string;
  readonly blocks: readonly Json[];
  readonly private_metadata: string;
  readonly callback_id: string;
  readonly external_id: string;
  readonly state: { readonly values: Json };
  readonly hash: string;
  readonly title?: Json;
  readonly close?: Json | null;
  readonly submit?: Json | null;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
  readonly submit_disabled: boolean;
  readonly previous_view_id: string | null;
  readonly root_view_id: string;
  readonly app_id: string;
  readonly app_installed_team_id: string;
  readonly bot_id: string;
}

export interface OpenView {
  view: SlackView;
  readonly user: string;
  open: boolean;
}

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly altText: string;
  title: string;
  content: Buffer | null;
  channel: string | null;
}
