/** The message a thread hangs on: what is said in the thread is said about it. */
import type { Log } from '../../../src/ports/log.ts';
import { partsOf } from '../inbound/markup.ts';
import { wordsOf } from '../inbound/shared.ts';
import type { People } from './people.ts';
import type { Workspace } from './workspace.ts';

/** The words of another message, and where it is found. */
export interface Quoted {
  readonly quoted?: string;
  readonly permalink?: string;
}

/**
 * One message by its time: https://docs.slack.dev/messaging/retrieving-messages#individual_messages. What the bot itself said
 * is not taken over; what Slack does not tell is done without.
 */
export async function parentOf(
  workspace: Workspace,
  { channel, threadTs }: { readonly channel: string; readonly threadTs: string },
  people: People,
  log: Log,
): Promise<Quoted> {
  try {
    const client = await workspace.client();
    const only = { oldest: threadTs, latest: threadTs, inclusive: true, limit: 1 };
    const { messages } = await client.conversations.history({ channel, ...only });
    const parent = messages?.find(({ ts }) => ts === threadTs);
    if (!parent || parent.user === workspace.botUserId) return {};
    const parts = partsOf(parent.text ?? '');
    const named = parts.flatMap((part) => (part.p === 'user' ? [part.id] : []));
    for (const id of named) await people.of(workspace, id);
    const quoted = wordsOf(parts, (id) => people.known(workspace, id)?.name ?? null);
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: threadTs });
    return { ...(quoted === '' ? {} : { quoted }), ...(permalink ? { permalink } : {}) };
  } catch (error) {
    log.warn('slack did not tell what a thread is about', { channel, reason: String(error) });
    return {};
  }
}
