/** Brings an answer to the one person it is for, by whatever way is still open. */
import type { RespondFn } from '@slack/bolt';
import type { Card } from '../../src/message/model.ts';
import type { Log } from '../../src/ports/log.ts';
import { ANSWER_PAGES } from './render/limits.ts';
import { messagesOf, type SlackMessage } from './render/message.ts';
import type { Channels } from './web/channels.ts';
import type { Workspace } from './web/workspace.ts';

export interface Recipient {
  readonly workspace: Workspace;
  readonly person: string;
  /** Null: only a direct message is possible. */
  readonly channel: string | null;
  readonly threadTs: string | null;
  /** Slack's one-time address, where there is one. */
  readonly respond: RespondFn | null;
  /** `everyone` in the channel sees it, or the conversation has only the two of them anyway. */
  readonly to: 'person' | 'everyone';
}

export interface Answers {
  /** Never fails: when no way is left, that is logged. */
  send(recipient: Recipient, card: Card, locale: string): Promise<void>;
}

export function createAnswers(channels: Channels, log: Log): Answers {
  return {
    async send(recipient, card, locale) {
      for (const message of messagesOf(card, { locale, pages: ANSWER_PAGES })) {
        if (!(await sendOne(recipient, message))) return;
      }
    },
  };

  async function sendOne(recipient: Recipient, message: SlackMessage): Promise<boolean> {
    const ways = [byAddress, byPost, inDirectChat];
    let reason = '';
    for (const way of ways) {
      try {
        if (await way(recipient, message)) return true;
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
      }
    }
    log.warn('an answer did not reach its person', { reason });
    return false;
  }

  async function inDirectChat({ workspace, person }: Recipient, message: SlackMessage): Promise<boolean> {
    const client = await workspace.client();
    await client.chat.postMessage({ channel: await channels.directWith(workspace, person), ...message, ...PLAIN });
    return true;
  }
}

const PLAIN = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

async function byAddress({ respond, threadTs, to }: Recipient, message: SlackMessage): Promise<boolean> {
  if (!respond || to === 'everyone') return false;
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  const answer: unknown = await respond({ response_type: 'ephemeral', replace_original: false, ...message, ...thread });
  if (answer instanceof Response && saysNo(await answer.text())) throw new Error('slack did not take the answer');
  return true;
}

/** Slack says `ok` in a word; a refusal is an object, whatever its status is. */
function saysNo(body: string): boolean {
  return /"ok"\s*:\s*false/.test(body);
}

async function byPost(
  { workspace, channel, person, threadTs, to }: Recipient,
  message: SlackMessage,
): Promise<boolean> {
  if (channel === null) return false;
  const client = await workspace.client();
  const where = { channel, ...message, ...(threadTs === null ? {} : { thread_ts: threadTs }) };
  if (to === 'everyone') await client.chat.postMessage({ ...where, ...PLAIN });
  else await client.chat.postEphemeral({ ...where, user: person });
  return true;
}
