/** Slack as the outbox sees it: cards are posted and changed in place, each once. */
import type { Card } from '../../src/cards/model.ts';
import { type Chat, ChatError, type ChatTarget } from '../../src/ports/chat.ts';
import { createOnce } from './inbound/once.ts';
import { mentionsIn } from './mentioned.ts';
import { SLACK, type SlackOptions, type SlackPorts } from './options.ts';
import { messagesOf, type SlackMessage } from './render/message.ts';
import type { Channels } from './web/channels.ts';
import { chatError, INSTALLATION_RETRY_MS, wasRefused } from './web/errors.ts';
import type { Pace } from './web/pace.ts';
import { isPlatformError } from './web/people.ts';
import { keyMetadata, sentBefore } from './web/sentBefore.ts';
import { splitId, type Workspace } from './web/workspace.ts';
import type { Workspaces } from './web/workspaces.ts';

export interface ChatParts {
  readonly workspaces: Workspaces;
  readonly channels: Channels;
  readonly pace: Pace;
  /** Called when somebody was told something. */
  readonly told: () => void;
}

interface Address {
  readonly workspace: Workspace;
  readonly channel: string;
}

/** Links and mentions come from typed leaves alone, and nothing is unfolded. */
const PLAIN = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

export function createSlackChat(parts: ChatParts, options: Pick<SlackOptions, 'locale'>, ports: SlackPorts): Chat {
  const { workspaces, channels, pace } = parts;
  /** Keys that Slack is known not to have taken, so that its history need not be searched for them. */
  const refused = createOnce();

  async function addressOf(target: ChatTarget): Promise<Address> {
    const { tenant, id } = splitId(target.externalId);
    const workspace = await workspaces.byTenant(tenant);
    if (!workspace) throw new ChatError('The app is not installed there', INSTALLATION_RETRY_MS);
    return { workspace, channel: target.kind === 'room' ? id : await channels.directWith(workspace, id) };
  }

  async function rendered(card: Card, workspace: Workspace, pages?: number): Promise<readonly SlackMessage[]> {
    const mentions = await mentionsIn(card, workspace, ports.directory);
    return messagesOf(card, { mentions, locale: options.locale, ...(pages === undefined ? {} : { pages }) });
  }

  async function postPages(address: Address, pages: readonly SlackMessage[], key: string, sent: readonly string[]) {
    const client = await address.workspace.client();
    const ids = [...sent];
    for (const [index, page] of pages.entries()) {
      if (index < sent.length) continue;
      await pace.turn(address.channel);
      const thread = ids[0] === undefined ? {} : { thread_ts: ids[0] };
      const metadata = keyMetadata(key, index);
      const { ts } = await client.chat.postMessage({
        channel: address.channel,
        ...page,
        ...PLAIN,
        ...thread,
        metadata,
      });
      ids.push(ts ?? '');
    }
    return ids.join(' ');
  }

  return {
    platform: SLACK,
    async post(target, card, key, again) {
      try {
        const address = await addressOf(target);
        const uncertain = again && !refused.has(key);
        const sent = uncertain ? await sentBefore(address, key, ports.log) : [];
        const id = await postPages(address, await rendered(card, address.workspace), key, sent);
        parts.told();
        return id;
      } catch (error) {
        if (wasRefused(error)) refused.begin(key);
        throw chatError(error, target.kind);
      }
    },
    async edit(target, messageId, card) {
      try {
        const address = await addressOf(target);
        const ids = messageId.split(' ');
        const pages = await rendered(card, address.workspace, ids.length);
        const client = await address.workspace.client();
        for (const [index, ts] of ids.entries()) {
          await pace.turn(address.channel);
          const page = pages[index];
          if (page) await client.chat.update({ channel: address.channel, ts, ...page });
          else await client.chat.delete({ channel: address.channel, ts }).catch(ignoreMissing);
        }
        parts.told();
      } catch (error) {
        throw chatError(error, target.kind);
      }
    },
  };
}

function ignoreMissing(error: unknown): void {
  if (!isPlatformError(error, 'message_not_found')) throw error;
}
