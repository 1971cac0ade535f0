/** Puts events into rooms: encrypted where the room is, never in plain text there. */
import { ChatError, RoomLost } from '../../../src/ports/chat.ts';
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

/** Soon another process, perhaps the one with the keys, may take the message up. */
const NOT_MINE_MS = 2_000;

export function createEvents(client: Client, rooms: Rooms, encryption: Encryption, listens: () => boolean): Events {
  const base = (roomId: string) => `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}`;

  async function put(roomId: string, type: string, content: Content, transaction: string): Promise<string> {
    const path = `${base(roomId)}/send/${encodeURIComponent(type)}/${encodeURIComponent(transaction)}`;
    return Sent.parse(await client.call({ method: 'PUT', path, body: content })).event_id;
  }

  /** A process that does not listen does not hear when a room begins to be encrypted: it asks each time. */
  async function isEncrypted(roomId: string): Promise<boolean> {
    return (await rooms.get(roomId)).encrypted || (!listens() && (await rooms.isEncryptedNow(roomId)));
  }

  return {
    async send(roomId, type, content, transaction) {
      if (NEVER_ENCRYPTED.has(type) || !(await isEncrypted(roomId))) return put(roomId, type, content, transaction);
      const { obstacle } = encryption;
      if (obstacle) throw new RoomLost(`${roomId} is encrypted. ${obstacle.what}`);
      if (!listens()) throw new ChatError('Another process holds the encryption keys at the moment', NOT_MINE_MS);
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
