/** What happens to people, channels and the app itself. Slack acknowledges events by itself, before these run. */
import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import type { Home } from '../home.ts';
import type { Patience } from '../inbound/patience.ts';
import { SLACK, type SlackBot } from '../options.ts';
import type { Channels } from '../web/channels.ts';
import type { People, SlackUser } from '../web/people.ts';
import { externalId, type Workspace } from '../web/workspace.ts';
import type { Workspaces } from '../web/workspaces.ts';
import { sourceOf } from './source.ts';

export interface EverydayParts {
  readonly bot: SlackBot;
  readonly workspaces: Workspaces;
  readonly people: People;
  readonly channels: Channels;
  readonly home: Home;
  readonly patience: Patience;
}

/** The bot cannot speak there any more. */
const LOST = [
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'group_archive',
  'group_deleted',
  'group_left',
] as const;
const FOUND = ['channel_unarchive', 'group_unarchive'] as const;
const RENAMED = ['channel_rename', 'group_rename'] as const;

interface Envelope {
  readonly event_id?: string;
  readonly event: { readonly type: string; readonly event_ts?: string };
  readonly team_id?: string;
  readonly enterprise_id?: string;
}

export function registerEveryday(
  app: App,
  desk: Desk,
  { bot, workspaces, people, channels, home, patience }: EverydayParts,
): void {
  async function on(body: Envelope, work: (workspace: Workspace) => Promise<void>): Promise<void> {
    await desk.receive(keyOf(body), async () => {
      const workspace = await workspaces.of(sourceOf(body));
      if (workspace) await work(workspace);
    });
  }

  async function reach({ tenant }: Workspace, channel: string, how: 'lost' | 'found'): Promise<void> {
    const id = externalId(tenant, channel);
    await patience.insist(id, () => bot.reach(SLACK, id, how));
  }

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab === 'home') await on(body, (workspace) => home.opened(workspace, event.user));
  });

  app.event('user_change', async ({ event, body }) => {
    await on(body, async (workspace) => {
      const user = event.user as unknown as SlackUser;
      const { standing, origin, handle, name, externalId: id } = people.learn(workspace, user);
      if (standing === 'bot') return;
      await patience.insist(id, () => bot.rename(SLACK, { externalId: id, origin, handle, name }));
      if (standing === 'gone') await patience.insist(id, () => bot.depart(SLACK, id));
    });
  });

  for (const type of LOST) {
    app.event(type, async ({ event, body }) => {
      await on(body, (workspace) => reach(workspace, event.channel, 'lost'));
    });
  }
  for (const type of FOUND) {
    app.event(type, async ({ event, body }) => {
      await on(body, (workspace) => reach(workspace, event.channel, 'found'));
    });
  }
  app.event('member_left_channel', async ({ event, body }) => {
    await on(body, async (workspace) => {
      if (event.user === workspace.botUserId) await reach(workspace, event.channel, 'lost');
    });
  });
  app.event('member_joined_channel', async ({ event, body }) => {
    await on(body, async (workspace) => {
      if (event.user === workspace.botUserId) await reach(workspace, event.channel, 'found');
    });
  });
  for (const type of RENAMED) {
    app.event(type, async ({ event, body }) => {
      await on(body, async (workspace) => channels.renamed(workspace, event.channel.id, event.channel.name));
    });
  }

  // Sharing a channel with another workspace, and other moves, give it a new id.
  app.event('channel_id_changed', async ({ event, body }) => {
    const { old_channel_id, new_channel_id } = event;
    await on(body, async ({ tenant }) => {
      const [from, to] = [externalId(tenant, old_channel_id), externalId(tenant, new_channel_id)];
      await patience.insist(from, () => bot.moveRoom(SLACK, from, to));
    });
  });

  async function removed(body: Envelope): Promise<void> {
    const work = () => workspaces.removed(sourceOf(body));
    await desk.receive(keyOf(body), () => patience.insist('installation', work));
  }

  app.event('app_uninstalled', async ({ body }) => removed(body));
  app.event('tokens_revoked', async ({ event, body }) => {
    // Tokens of people are no business of the bot's.
    if ((event.tokens.bot ?? []).length > 0) await removed(body);
  });
}

function keyOf({ event_id, event }: Envelope): string {
  return `event ${event_id ?? `${event.type} ${event.event_ts}`}`;
}

/** Every event the app listens to, for the manifest. */
export const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_id_changed',
  ...LOST,
  ...FOUND,
  ...RENAMED,
  'member_joined_channel',
  'member_left_channel',
  'message.im',
  'tokens_revoked',
  'user_change',
] as const;
