/** Puts events into rooms: encrypted where the room is, never in plain text there. */
import { RoomLost } from '../../../src/ports/chat.ts';
import type { Encryption } from '../crypto/encryption.ts';
import type { Client } from '../http/client.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { type Content, Sent } from '../schema.ts';

export interface Events {
  /** Gives the event's id. @throws HomeserverError, RoomLost for an encrypted room that is out of reach */
  send(roomId: string, type: string, content: Content, transaction: string): Promise<string>;
  redact(roomId: string, eventId: string, transaction: string): Promise<void>;
}

/** Clients read these beside an encrypted event, never in it: https://spec.matrix.org/v1.16/client-server-api/#mreaction */
const NEVER_ENCRYPTED: ReadonlySet<string> = new Set(['m.reaction']);

export function createEvents(
  client: Client,
  rooms: Rooms,
  encryption: Encryption | null,
  maySpeakEncrypted: () => boolean,
): Events {
  const base = (roomId: string) => `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}`;

  async function put(roomId: string, type: string, content: Content, transaction: string): Promise<string> {
    const path = `${base(roomId)}/send/${encodeURIComponent(type)}/${encodeURIComponent(transaction)}`;
    return Sent.parse(await client.call({ method: 'PUT', path, body: content })).event_id;
  }

  return {
    async send(roomId, type, content, transaction) {
      const { encrypted } = await rooms.get(roomId);
      if (!encrypted || NEVER_ENCRYPTED.has(type)) return put(roomId, type, content, transaction);
      if (!encryption) throw new RoomLost(`${roomId} is encrypted, and the encryption library is missing`);
      if (!maySpeakEncrypted()) throw new Error('Another process holds the encryption keys at the moment');
      const relation = content['m.relates_to'];
      const sealed = await encryption.encrypt(roomId, type, content);
      // Servers must see what an event relates to.
      return put(roomId, 'm.room.encrypted', relation ? { ...sealed, 'm.relates_to': relation } : sealed, transaction);
    },
    async redact(roomId, eventId, transaction) {
      const path = `${base(roomId)}/redact/${encodeURIComponent(eventId)}/${encodeURIComponent(transaction)}`;
      await client.call({ method: 'PUT', path, body: {} });
    },
  };
}
