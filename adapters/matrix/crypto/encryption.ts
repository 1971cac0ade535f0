/** Encrypted rooms, by the SDK's encryption where its native library is installed and the keys of the bot's device are there. */
import { ChatError } from '../../../src/ports/chat.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Client } from '../http/client.ts';
import { isPassing } from '../http/homeserverError.ts';
import type { Session } from '../http/session.ts';
import { type Content, RoomEvent, type SyncResponse } from '../schema.ts';
import { EncryptedRoomEvent } from '../sdk.ts';
import { closeMachine, isRefusalOfKeys, type Machine, openMachine } from './machine.ts';
import { libraryObstacle, lostKeys, type Obstacle } from './obstacle.ts';

export interface Encryption {
  /** Why encrypted rooms are out of reach; null: they are not, as far as this process knows. */
  readonly obstacle: Obstacle | null;
  /**
   * At the beginning of each turn: publishes the device's keys, or takes up those of before, anew each time, because another
   * process may have used them meanwhile. @throws HomeserverError
   */
  prepare(): Promise<void>;
  /** Keys and devices; before the events that need them. */
  receive(sync: SyncResponse): Promise<void>;
  /** @throws when the key is not there (yet) */
  decrypt(roomId: string, event: RoomEvent): Promise<RoomEvent>;
  /** The keys are read no more; a process that ends without that is aborted by the library. */
  close(): void;
  /** @throws ChatError while the keys are not at hand */
  encrypt(roomId: string, type: string, content: Content): Promise<Content>;
  /** What to upload, and what readers need to open it. @throws ChatError while the keys are not at hand */
  encryptFile(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly file: Content }>;
}

interface Parts {
  readonly client: Client;
  readonly keysDir: string;
  /** Makes the bot a new device; null: it cannot do that by itself. */
  readonly newDevice: (gone: Session) => Promise<Session | null>;
  readonly log: Log;
}

const NOT_YET_MS = 2_000;
const REFUSED_MS = 60_000;

export function createEncryption({ client, keysDir, newDevice, log }: Parts): Encryption {
  let obstacle: Obstacle | null = libraryObstacle();
  let machine: Machine | null = null;

  const open = () => openMachine(client.homeserverUrl, client.session, keysDir);

  function close(): void {
    if (machine) closeMachine(machine);
    machine = null;
  }

  function take(found: Machine | Obstacle): void {
    close();
    obstacle = isObstacle(found) ? found : null;
    machine = isObstacle(found) ? null : found;
    if (obstacle) log.error('encrypted rooms are out of reach', new Error(`${obstacle.what}. ${obstacle.todo}`));
  }

  /** What others encrypt for a device whose keys are lost cannot be read any more; a new device begins anew. */
  async function beginAnew(lost: Obstacle): Promise<Machine | Obstacle> {
    const session = await newDevice(client.session).catch((error: unknown) => {
      if (isPassing(error)) throw error;
      return null;
    });
    if (session === null) return lost;
    log.warn(`${lost.what}. The bot is a new device now`, { device: session.deviceId });
    client.session = session;
    return open();
  }

  function atHand(): Machine {
    if (machine === null) throw new ChatError('The encryption keys are not at hand yet', NOT_YET_MS);
    return machine;
  }

  return {
    get obstacle() {
      return obstacle;
    },
    async prepare() {
      if (obstacle?.kind === 'library') return;
      close();
      const found = await open();
      take(isObstacle(found) && found.kind === 'lost' ? await beginAnew(found) : found);
    },
    close,
    async receive(sync) {
      try {
        await machine?.updateSyncData(
          listAt(sync, 'to_device', 'events'),
          (sync.device_one_time_keys_count ?? {}) as never,
          (sync.device_unused_fallback_key_types ?? []) as never,
          listAt(sync, 'device_lists', 'changed'),
          listAt(sync, 'device_lists', 'left'),
        );
      } catch (error) {
        if (!isRefusalOfKeys(error)) throw error;
        take(await beginAnew(lostKeys(keysDir, client.session.deviceId ?? '')));
      }
    },
    async decrypt(roomId, event) {
      const clear = await atHand().decryptRoomEvent(
        new EncryptedRoomEvent({ ...event, unsigned: {} } as never),
        roomId,
      );
      return RoomEvent.parse({ ...event, ...clear.raw });
    },
    async encrypt(roomId, type, content) {
      try {
        return { ...(await atHand().encryptRoomEvent(roomId, type, content)) };
      } catch (error) {
        // That is about keys: the message is sent once they are in order.
        if (isRefusalOfKeys(error)) throw new ChatError(String(error), REFUSED_MS);
        throw error;
      }
    },
    async encryptFile(bytes) {
      const { buffer, file } = await atHand().encryptMedia(Buffer.from(bytes));
      return { bytes: buffer, file: { ...file } };
    },
  };
}

function isObstacle(found: Machine | Obstacle): found is Obstacle {
  return 'todo' in found;
}

function listAt(sync: SyncResponse, name: string, list: string): never[] {
  const section: unknown = sync[name];
  const found: unknown = typeof section === 'object' && section !== null ? Reflect.get(section, list) : undefined;
  return Array.isArray(found) ? (found as never[]) : [];
}
