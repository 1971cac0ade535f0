/** The rooms the bot is in: asked for once, then kept up to date by what the sync brings. */
import type { Client } from '../http/client.ts';
import { isRefusal } from '../http/homeserverError.ts';
import { JoinedRooms, type StrippedEvent, StrippedEvent as StrippedEventSchema } from '../schema.ts';
import { applyEvent, emptyState, type RoomState } from './state.ts';

export interface Rooms {
  /** @throws HomeserverError, `M_FORBIDDEN` where the bot is not in the room */
  get(roomId: string): Promise<RoomState>;
  /** Takes over a state event of a room that is known already. */
  apply(roomId: string, event: StrippedEvent): Promise<void>;
  forget(roomId: string): void;
  /** Without a sync nothing keeps what is known up to date. */
  forgetAll(): void;
  joined(): Promise<readonly string[]>;
  /** What the homeserver says at this moment. */
  isEncryptedNow(roomId: string): Promise<boolean>;
}

export function createRooms(client: Pick<Client, 'call'>): Rooms {
  const known = new Map<string, Promise<RoomState>>();

  async function load(roomId: string): Promise<RoomState> {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/state`;
    const events = await client.call({ method: 'GET', path });
    const state = emptyState();
    for (const raw of Array.isArray(events) ? events : []) {
      const event = StrippedEventSchema.safeParse(raw);
      if (event.success) applyEvent(state, event.data);
    }
    return state;
  }

  return {
    get(roomId) {
      const before = known.get(roomId);
      if (before) return before;
      const loading = load(roomId);
      known.set(roomId, loading);
      loading.catch(() => {
        if (known.get(roomId) === loading) known.delete(roomId);
      });
      return loading;
    },
    async apply(roomId, event) {
      const state = await known.get(roomId)?.catch(() => undefined);
      if (state) applyEvent(state, event);
    },
    forget: (roomId) => void known.delete(roomId),
    forgetAll: () => known.clear(),
    async joined() {
      const answer = await client.call({ method: 'GET', path: '/_matrix/client/v3/joined_rooms' });
      return JoinedRooms.parse(answer).joined_rooms;
    },
    async isEncryptedNow(roomId) {
      const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/state/m.room.encryption`;
      try {
        await client.call({ method: 'GET', path });
        known.delete(roomId);
        return true;
      } catch (error) {
        if (isRefusal(error, 'M_NOT_FOUND')) return false;
        throw error;
      }
    },
  };
}
