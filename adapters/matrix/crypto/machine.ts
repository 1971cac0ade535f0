/** Opens the keys of the bot's device with the SDK, or says why that cannot be. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '../http/client.ts';
import { isPassing, isRefusal, isUnknownToken } from '../http/homeserverError.ts';
import type { Session } from '../http/session.ts';
import { Members } from '../schema.ts';
import { RustSdkCryptoStorageProvider } from '../sdk.ts';
import { type KeyFolder, keyFolderOf } from './keyFolder.ts';
import { closedFolder, lostKeys, noDevice, type Obstacle, unusableKeys } from './obstacle.ts';
import { publishedFingerprint } from './published.ts';

export type Machine = Client['crypto'];

/** @throws HomeserverError or another error that may pass */
export async function openMachine(homeserver: string, session: Session, keysDir: string): Promise<Machine | Obstacle> {
  const { deviceId } = session;
  if (deviceId === null) return noDevice;
  const folder = keyFolderOf(keysDir, deviceId);
  let client: Client;
  try {
    folder.makeReady();
    client = new KeyClient(homeserver, session, new Storage(folder, deviceId));
  } catch (error) {
    return closedFolder(keysDir, error);
  }
  try {
    const found = await begin(client, folder, session.userId, deviceId);
    if (found !== client.crypto) closeMachine(client.crypto);
    return found;
  } catch (error) {
    closeMachine(client.crypto);
    throw error;
  }
}

/** The library keeps its database open in threads of its own, and aborts the process at its end unless it is closed before. */
export function closeMachine(machine: Machine): void {
  // The SDK has no way to it.
  const engine: { readonly machine?: { close(): void } } | undefined = Reflect.get(machine, 'engine');
  engine?.machine?.close();
}

async function begin(client: Client, folder: KeyFolder, userId: string, deviceId: string): Promise<Machine | Obstacle> {
  const published = () => publishedFingerprint(client, userId, deviceId);
  const before = await published();
  if (before !== null && (!folder.hasKeys() || (folder.fingerprint() ?? before) !== before))
    return lostKeys(folder.path, deviceId);
  try {
    await client.crypto.prepare([]);
  } catch (error) {
    if (isOfLibrary(error)) return unusableKeys(folder.path, error);
    if (isRefusalOfKeys(error)) return lostKeys(folder.path, deviceId);
    throw error;
  }
  const own = client.crypto.clientDeviceEd25519;
  // Keys are published once. Where the homeserver has forgotten them, with the device's last session, they are of no use.
  if ((before ?? (await published())) !== own) return lostKeys(folder.path, deviceId);
  folder.note(own);
  return client.crypto;
}

/**
 * The SDK gives room keys to those who have joined, and asks here who they are. Whoever is invited into a room whose history
 * is theirs too must have them as well: what the bot says first in a direct chat it opened could never be read otherwise.
 * https://spec.matrix.org/v1.16/client-server-api/#room-history-visibility
 */
class KeyClient extends Client {
  override async getJoinedRoomMembers(roomId: string): Promise<string[]> {
    const visibility = (await this.cryptoStore.getRoom(roomId))?.historyVisibility;
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/members`;
    const { chunk } = Members.parse(await this.call({ method: 'GET', path, query: { not_membership: 'leave' } }));
    return chunk.flatMap(({ state_key, content: { membership } }) =>
      membership === 'join' || (membership === 'invite' && visibility !== 'joined') ? [state_key] : [],
    );
  }
}

/**
 * What the SDK keeps beside the keys is known better elsewhere: the device from the session, and which room is encrypted
 * from the room. A crash while its file was written would have kept it from loading ever after.
 */
class Storage extends RustSdkCryptoStorageProvider {
  readonly #deviceId: string;
  readonly #rooms = new Map<string, Awaited<ReturnType<RustSdkCryptoStorageProvider['getRoom']>>>();

  constructor({ path }: KeyFolder, deviceId: string) {
    rmSync(join(path, 'bot-sdk.json'), { force: true });
    super(path, 0);
    this.#deviceId = deviceId;
  }

  override async getDeviceId() {
    return this.#deviceId;
  }

  override async setDeviceId() {}

  override async getRoom(roomId: string) {
    return this.#rooms.get(roomId) as Awaited<ReturnType<RustSdkCryptoStorageProvider['getRoom']>>;
  }

  override async storeRoom(roomId: string, config: Awaited<ReturnType<RustSdkCryptoStorageProvider['getRoom']>>) {
    this.#rooms.set(roomId, config);
  }
}

/** As errors out of native code are marked; another process that has the keys open at this moment is no fault of theirs. */
function isOfLibrary(error: unknown): boolean {
  if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'GenericFailure') return false;
  return !/locked|busy/i.test(error.message);
}

/** Such as one-time keys under ids that were given to others before: the keys here are older than those published. */
export function isRefusalOfKeys(error: unknown): boolean {
  return !isPassing(error) && !isUnknownToken(error) && !isRefusal(error, 'M_FORBIDDEN');
}
