/** Slack as the outbox sees it: cards are posted and changed in place, each once. */
import type { Card } from '../../src/message/model.ts';
import { type Chat, ChatError, type ChatTarget } from '../../src/ports/chat.ts';
import { createLanes } from '../kit/lanes.ts';
import { pause } from '../kit/waiting.ts';
import { createOnce } from './inbound/once.ts';
import { mentionsIn } from './mentioned.ts';
import { SLACK, type SlackOptions, type SlackPorts } from './options.ts';
import { messagesOf, type Rendering, type SlackMessage } from './render/message.ts';
import type { Channels } from './web/channels.ts';
import { chatError, INSTALLATION_RETRY_MS, wasRefused } from './web/errors.ts';
import type { Pace } from './web/pace.ts';
import { isPlatformError } from './web/people.ts';
import { keyMetadata, sentBefore } from './web/sentBefore.ts';
import { createUploads } from './web/uploads.ts';
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

/** A picture is ready within a second as a rule. */
const PROCESSING_MS = [1_000, 2_000, 4_000];

/** Links and mentions come from typed leaves alone, and nothing is unfolded. */
const PLAIN = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

export function createSlackChat(parts: ChatParts, options: Pick<SlackOptions, 'locale'>, ports: SlackPorts): Chat {
  const { workspaces, channels, pace } = parts;
  const uploads = createUploads(ports.pictures, ports.log);
  /** Keys that Slack is known not to have taken, so that its history need not be searched for them. */
  const refused = createOnce();
  /** By channel or person: a card of several messages, or with a picture, is whole before the next one begins. */
  const inRoom = createLanes();
  /** Posts under way: one that took too long for whoever asked goes on, and the next try waits for it. */
  const posting = new Map<string, Promise<string>>();

  async function addressOf(target: ChatTarget): Promise<Address> {
    const { tenant, id } = splitId(target.externalId);
    const workspace = await workspaces.byTenant(tenant);
    if (!workspace) throw new ChatError('The app is not installed there', INSTALLATION_RETRY_MS);
    return { workspace, channel: target.kind === 'room' ? id : await channels.directWith(workspace, id) };
  }

  async function rendered(
    card: Card,
    workspace: Workspace,
    how: Pick<Rendering, 'pages' | 'pictures'>,
  ): Promise<readonly SlackMessage[]> {
    const mentions = await mentionsIn(card, workspace, ports.directory);
    return messagesOf(card, { mentions, locale: options.locale, ...how });
  }

  /** Adds the id of each page to `ids` once it is there. */
  async function postPages(address: Address, pages: readonly SlackMessage[], key: string, ids: string[]) {
    const client = await address.workspace.client();
    for (const [index, page] of pages.entries()) {
      if (index < ids.length) continue;
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
  }

  /** Slack refuses a message with a picture it is still working on; after a while the numbers in words have to do. */
  async function postCard(address: Address, card: Card, key: string, ids: string[]) {
    const pictures = await uploads.of(card, address.workspace, key);
    const pages = await rendered(card, address.workspace, { pictures });
    for (const wait of pictures.size > 0 ? PROCESSING_MS : []) {
      try {
        return await postPages(address, pages, key, ids);
      } catch (error) {
        if (!isPlatformError(error, 'invalid_blocks')) throw error;
        await pause(wait);
      }
    }
    return postPages(address, pages.map(inWordsAlone), key, ids);
  }

  /** Pages that are gone, as the card was shorter for a while or somebody deleted them, are done without. */
  async function editPages(address: Address, card: Card, ids: readonly string[]): Promise<void> {
    const { workspace, channel } = address;
    const pages = await rendered(card, workspace, { pages: ids.length });
    const client = await workspace.client();
    for (const [index, ts] of ids.entries()) {
      await pace.turn(channel);
      const page = pages[index];
      try {
        if (page) await client.chat.update({ channel, ts, ...page });
        else await client.chat.delete({ channel, ts });
      } catch (error) {
        if (index === 0 || !isPlatformError(error, 'message_not_found')) throw error;
        if (page) return editPages(address, card, ids.slice(0, index));
      }
    }
  }

  async function postOnce(target: ChatTarget, card: Card, key: string, again: boolean): Promise<string> {
    const ids: string[] = [];
    let nothingThere = !again || refused.has(key);
    refused.forget(key);
    try {
      const address = await addressOf(target);
      if (!nothingThere) ids.push(...(await sentBefore(address, key, ports.log)));
      nothingThere = true;
      await postCard(address, card, key, ids);
      parts.told();
      return ids.join(' ');
    } catch (error) {
      // Only what this try has seen counts: an earlier one, or an earlier page, may have arrived.
      if (nothingThere && ids.length === 0 && wasRefused(error)) refused.begin(key);
      throw chatError(error, target.kind);
    }
  }

  return {
    platform: SLACK,
    post(target, card, key, again) {
      const underWay = posting.get(key);
      if (underWay) return underWay;
      const work = inRoom(target.externalId, () => postOnce(target, card, key, again)).finally(() =>
        posting.delete(key),
      );
      posting.set(key, work);
      return work;
    },
    edit: (target, messageId, card) =>
      inRoom(target.externalId, async () => {
        try {
          await editPages(await addressOf(target), card, messageId.split(' '));
          parts.told();
        } catch (error) {
          throw chatError(error, target.kind);
        }
      }),
  };
}

function inWordsAlone({ text, blocks }: SlackMessage): SlackMessage {
  return { text, blocks: blocks.filter(({ type }) => type !== 'image') };
}
