/** What a homeserver lets the bot see of a space: https://spec.matrix.org/v1.16/client-server-api/#get_matrixclientv1roomsroomidhierarchy */
import type { Client } from '../http/client.ts';
import { MAX_SPACE_DEPTH, MAX_SPACE_ROOMS } from '../limits.ts';
import { Hierarchy, RoomSummary } from '../schema.ts';
import { patiently } from '../send/patience.ts';

/** Rooms by id; one that the bot may not see is not among them. */
export type Summaries = ReadonlyMap<string, RoomSummary>;

const PAGE = 50;
const PATIENCE_MS = 20_000;

/** @throws HomeserverError */
export async function hierarchyOf(client: Pick<Client, 'call'>, spaceId: string): Promise<Summaries> {
  const path = `/_matrix/client/v1/rooms/${encodeURIComponent(spaceId)}/hierarchy`;
  const found = new Map<string, RoomSummary>();
  for (let from: string | null | undefined, pages = 0; pages * PAGE <= MAX_SPACE_ROOMS; pages += 1) {
    const query = { max_depth: MAX_SPACE_DEPTH, limit: PAGE, from };
    const answer = await patiently(() => client.call({ method: 'GET', path, query }), PATIENCE_MS);
    const { rooms, next_batch: next } = Hierarchy.parse(answer);
    for (const room of rooms.flatMap((raw) => RoomSummary.safeParse(raw).data ?? [])) found.set(room.room_id, room);
    if (!next) break;
    from = next;
  }
  return found;
}
