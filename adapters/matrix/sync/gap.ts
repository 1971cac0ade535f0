/** Fills the gap that a sync leaves when more happened in a room than it holds. */
import type { Log } from '../../../src/ports/log.ts';
import type { Client } from '../http/client.ts';
import { Messages } from '../schema.ts';
import { messagesFilter } from './filter.ts';

const PAGE = 200;
/** More than this in one gap, and its oldest part is left out: a room where that many commands wait does not exist. */
const MOST = 10_000;

export interface Gap {
  readonly roomId: string;
  /** The end of the gap: `prev_batch` of the timeline. */
  readonly from: string;
  /** Its beginning: the sync token before. */
  readonly to: string;
}

/** The events in the gap, oldest first, unread. @throws HomeserverError */
export async function fillGap(
  client: Pick<Client, 'call'>,
  { roomId, from, to }: Gap,
  log: Log,
): Promise<readonly unknown[]> {
  const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/messages`;
  const found: unknown[] = [];
  for (let at: string | null | undefined = from; at; ) {
    const query = { dir: 'b', from: at, to, limit: PAGE, filter: messagesFilter };
    const page = Messages.parse(await client.call({ method: 'GET', path, query }));
    found.push(...page.chunk);
    if (page.chunk.length === 0 || found.length >= MOST) break;
    at = page.end === to ? undefined : page.end;
  }
  log.info('a gap was filled', { room: roomId, events: found.length, complete: found.length < MOST });
  return found.reverse();
}
