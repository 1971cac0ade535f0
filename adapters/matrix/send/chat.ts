/** Matrix as the outbox sees it. */

import { type Chat, ChatError, type ChatTarget } from '../../../src/ports/chat.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { isUnknownToken } from '../http/homeserverError.ts';
import { MATRIX } from '../options.ts';
import type { DirectChats } from '../rooms/direct.ts';
import { asChatError } from './failure.ts';
import { messageId, readMessageId } from './messageId.ts';
import type { Place, Poster } from './poster.ts';

interface Parts {
  readonly poster: Poster;
  readonly direct: DirectChats;
  readonly memory: PlatformMemory;
  /** Tries to get a valid token; false: there is no way. A process that only sends has no other occasion to. */
  readonly renewSession: () => Promise<boolean>;
}

/** Where a card stands that was posted anew because its room was replaced. */
const MOVED = 'moved:';
const RENEWED_MS = 1_000;

export function createMatrixChat({ poster, direct, memory, renewSession }: Parts): Chat {
  async function placeOf({ kind, externalId }: ChatTarget): Promise<Place> {
    if (kind === 'room') return { roomId: externalId, person: null };
    return { roomId: await direct.roomFor(externalId), person: externalId };
  }

  async function explained<T>({ kind }: ChatTarget, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isUnknownToken(error) && (await renewSession().catch(() => false)))
        throw new ChatError(String(error), RENEWED_MS);
      throw asChatError(error, kind === 'room');
    }
  }

  return {
    platform: MATRIX,
    post: (target, card, key) =>
      explained(target, async () => {
        const place = await placeOf(target);
        return messageId(place.roomId, await poster.post(place, card, key));
      }),
    edit: (target, id, card, key) =>
      explained(target, async () => {
        const place = await placeOf(target);
        const { roomId, eventId } = readMessageId((await memory.get(MOVED + id)) ?? id);
        if (roomId === place.roomId) return poster.edit(place, eventId, card, key);
        // What was said in a room that was replaced cannot be changed there.
        const moved = messageId(place.roomId, await poster.post(place, card, key));
        await memory.set(MOVED + id, moved, place.person ?? undefined);
      }),
  };
}
