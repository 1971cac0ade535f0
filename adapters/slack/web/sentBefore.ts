/** Recognises a message that was sent before its sending was recorded, by the outbox key it carries as metadata. */
import type { Log } from '../../../src/ports/log.ts';
import { isPlatformError } from './people.ts';
import type { Workspace } from './workspace.ts';

/** https://docs.slack.dev/messaging/message-metadata */
const EVENT_TYPE = 'mitwirk_message';
/** Newest messages to look through: more than anybody writes between two tries. */
const LOOKED_AT = 100;

export function keyMetadata(key: string, page: number) {
  return { event_type: EVENT_TYPE, event_payload: { key, page } };
}

interface Carrier {
  readonly ts?: string | undefined;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: unknown } | undefined;
}

/** Ids of the pages that are there already, in order; none when Slack does not let the app look. */
export async function sentBefore(
  { workspace, channel }: { readonly workspace: Workspace; readonly channel: string },
  key: string,
  log: Log,
): Promise<readonly string[]> {
  const client = await workspace.client();
  const look = { channel, include_all_metadata: true, limit: LOOKED_AT };
  try {
    const { messages } = await client.conversations.history(look);
    const root = (messages ?? []).find((message) => pageOf(message, key) === 0)?.ts;
    if (root === undefined) return [];
    const thread = await client.conversations.replies({ ...look, ts: root });
    return [root, ...following(thread.messages ?? [], key)];
  } catch (error) {
    if (!isPlatformError(error, 'missing_scope')) throw error;
    log.warn('slack does not let the app look whether a message has arrived', { channel });
    return [];
  }
}

function following(messages: readonly Carrier[], key: string): readonly string[] {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const ts = messages.find((message) => pageOf(message, key) === page)?.ts;
    if (ts === undefined) return ids;
    ids.push(ts);
  }
}

/** The page of our message that it is; null: something else. */
function pageOf({ metadata }: Carrier, key: string): number | null {
  if (metadata?.event_type !== EVENT_TYPE) return null;
  const payload = metadata.event_payload as { readonly key?: unknown; readonly page?: unknown } | undefined;
  return payload?.key === key && typeof payload.page === 'number' ? payload.page : null;
}
