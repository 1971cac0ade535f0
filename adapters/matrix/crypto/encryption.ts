/** Encrypted rooms, by the SDK's encryption where its native library is installed. */
import type { Client } from '../http/client.ts';
import { type Content, RoomEvent, type SyncResponse } from '../schema.ts';
import { EncryptedRoomEvent } from '../sdk.ts';

export interface Encryption {
  /** Publishes the device's keys, or takes up those of before. */
  prepare(roomIds: readonly string[]): Promise<void>;
  /** Keys and devices; before the events that need them. */
  receive(sync: SyncResponse): Promise<void>;
  /** What changes who must be able to read. */
  notice(roomId: string, event: RoomEvent): Promise<void>;
  /** @throws when the key is not there (yet) */
  decrypt(roomId: string, event: RoomEvent): Promise<RoomEvent>;
  encrypt(roomId: string, type: string, content: Content): Promise<Content>;
  /** What to upload, and what readers need to open it. */
  encryptFile(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly file: Content }>;
}

/** Null: the client was made without keys. */
export function createEncryption(client: Client): Encryption | null {
  const { crypto } = client;
  if (!crypto) return null;
  return {
    prepare: (roomIds) => crypto.prepare([...roomIds]),
    receive: (sync) =>
      crypto.updateSyncData(
        listAt(sync, 'to_device', 'events'),
        (sync.device_one_time_keys_count ?? {}) as never,
        (sync.device_unused_fallback_key_types ?? []) as never,
        listAt(sync, 'device_lists', 'changed'),
        listAt(sync, 'device_lists', 'left'),
      ),
    notice: (roomId, event) => crypto.onRoomEvent(roomId, event),
    async decrypt(roomId, event) {
      const clear = await crypto.decryptRoomEvent(new EncryptedRoomEvent({ ...event, unsigned: {} } as never), roomId);
      return RoomEvent.parse({ ...event, ...clear.raw });
    },
    async encryptFile(bytes) {
      const { buffer, file } = await crypto.encryptMedia(Buffer.from(bytes));
      return { bytes: buffer, file: { ...file } };
    },
    encrypt: async (roomId, type, content) => ({ ...(await crypto.encryptRoomEvent(roomId, type, content)) }),
  };
}

function listAt(sync: SyncResponse, name: string, list: string): never[] {
  const section: unknown = sync[name];
  const found: unknown = typeof section === 'object' && section !== null ? Reflect.get(section, list) : undefined;
  return Array.isArray(found) ? (found as never[]) : [];
}
