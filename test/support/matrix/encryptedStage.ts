/** What the suites about encryption begin with: people whose clients encrypt, and the product in processes of their own. */
import { randomUUID } from 'node:crypto';
import { describe } from '@jest/globals';
import { type BotProcess, createBotProcess, hasNativeLibrary, type Library } from './botProcess.ts';
import { EncryptedUser, hasPeer } from './encryptedUser.ts';
import { homeserver } from './stage.ts';
import type { MatrixUser, SeenEvent } from './user.ts';

export const library: Library = hasNativeLibrary() ? 'native' : hasPeer ? 'stand-in' : 'none';

/** Needs an encrypting client, and is skipped by name where there is none. */
export function withPeer(title: string, suite: () => void): void {
  const reason = hasPeer ? '' : ': matrix-js-sdk is not in .cache/matrix-crypto';
  (hasPeer ? describe : describe.skip)(`${title} (library: ${library})${reason}`, suite);
}

export const encryption = {
  type: 'm.room.encryption',
  state_key: '',
  content: { algorithm: 'm.megolm.v1.aes-sha2' },
};

export interface EncryptedStage {
  /** Unlike that of any other stage on this homeserver. */
  readonly suffix: string;
  person(name: string): Promise<EncryptedUser>;
  secondDevice(of: EncryptedUser): Promise<EncryptedUser>;
  bot(settings: Readonly<Record<string, string>>): BotProcess;
  close(): Promise<void>;
}

export function createEncryptedStage(): EncryptedStage {
  const suffix = randomUUID().slice(0, 8);
  const users: EncryptedUser[] = [];
  const bots: BotProcess[] = [];
  async function opened(opening: Promise<EncryptedUser>): Promise<EncryptedUser> {
    const user = await opening;
    users.push(user);
    return user;
  }
  return {
    suffix,
    person: (name) => opened(EncryptedUser.registerEncrypted(homeserver, `${name}-${suffix}`)),
    secondDevice: (of) => opened(of.secondDevice()),
    bot(settings) {
      const bot = createBotProcess({ MITWIRK_MATRIX_HOMESERVER: homeserver, ...settings }, library);
      bots.push(bot);
      return bot;
    },
    async close() {
      for (const bot of bots) await bot.remove();
      for (const user of users) await user.close();
    },
  };
}

/** As a person with an encrypting client opens it. */
export async function encryptedDirectChat(person: MatrixUser, botId: string): Promise<string> {
  const options = { is_direct: true, preset: 'trusted_private_chat', invite: [botId], initial_state: [encryption] };
  const roomId = await person.createRoom(options);
  await joined(person, roomId, botId);
  return roomId;
}

export function joined(person: MatrixUser, roomId: string, userId: string): Promise<SeenEvent> {
  const isEntry = (event: SeenEvent) =>
    event.roomId === roomId && event.state_key === userId && event.content.membership === 'join';
  return person.waitFor(isEntry, 30_000);
}

/** The public keys of the bot's devices, as the homeserver gives them to others. */
export async function devicesOf(person: MatrixUser, userId: string): Promise<Readonly<Record<string, unknown>>> {
  const answer = await person.call('POST', '/keys/query', { device_keys: { [userId]: [] } });
  return (answer.device_keys as Record<string, Record<string, unknown>>)[userId] ?? {};
}

/** What lies on the homeserver. */
export async function onTheWire(person: MatrixUser, roomId: string): Promise<readonly SeenEvent[]> {
  const answer = await person.call('GET', `/rooms/${encodeURIComponent(roomId)}/messages?dir=b&limit=500`);
  return (answer.chunk as SeenEvent[]).toReversed();
}
