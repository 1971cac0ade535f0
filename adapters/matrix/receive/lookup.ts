/** A single event by its id, readable. */
import type { Encryption } from '../crypto/encryption.ts';
import type { Client } from '../http/client.ts';
import { HomeserverError } from '../http/homeserverError.ts';
import { RoomEvent } from '../schema.ts';

/** Null: it is not there, or not for the bot to see. */
export function createEventLookup(client: Pick<Client, 'call'>, encryption: Encryption) {
  return async function eventById(roomId: string, eventId: string): Promise<RoomEvent | null> {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/event/${encodeURIComponent(eventId)}`;
    try {
      const event = RoomEvent.parse(await client.call({ method: 'GET', path }));
      if (event.type !== 'm.room.encrypted') return event;
      return await encryption.decrypt(roomId, event).catch(() => null);
    } catch (error) {
      if (error instanceof HomeserverError && error.statusCode < 500) return null;
      throw error;
    }
  };
}
