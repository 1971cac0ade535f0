/** Nothing is said in plain text in an encrypted room, by none of several processes, and nothing is lost for that. */
import { describe, expect, test } from '@jest/globals';
import type { Encryption } from '../../../../adapters/matrix/crypto/encryption.ts';
import { noDevice } from '../../../../adapters/matrix/crypto/obstacle.ts';
import type { Client } from '../../../../adapters/matrix/http/client.ts';
import type { Rooms } from '../../../../adapters/matrix/rooms/rooms.ts';
import { emptyState } from '../../../../adapters/matrix/rooms/state.ts';
import { createEvents } from '../../../../adapters/matrix/send/events.ts';
import { ChatError, RoomLost } from '../../../../src/ports/chat.ts';

interface Situation {
  /** As far as this process has heard. */
  readonly known?: boolean;
  /** As the homeserver says. */
  readonly now?: boolean;
  readonly listens?: boolean;
  readonly obstacle?: Encryption['obstacle'];
}

function inRoom({ known = false, now = known, listens = true, obstacle = null }: Situation) {
  const sent: string[] = [];
  let asked = 0;
  const client = {
    async call({ path }: { path: string }) {
      sent.push(path.split('/').at(-2) ?? '');
      return { event_id: '$event' };
    },
  } as unknown as Client;
  const rooms = {
    get: async () => ({ ...emptyState(), encrypted: known }),
    async isEncryptedNow() {
      asked += 1;
      return now;
    },
  } as unknown as Rooms;
  const encryption = { obstacle, encrypt: async () => ({ ciphertext: 'AAAA' }) } as unknown as Encryption;
  const events = createEvents(client, rooms, encryption, () => listens);
  const say = (type = 'm.room.message') => events.send('!room:example.org', type, { body: 'text' }, 'transaction');
  return { say, sent, asked: () => asked };
}

describe('the process that listens', () => {
  test('speaks plainly in a plain room, without asking', async () => {
    const { say, sent, asked } = inRoom({});
    await say();

    expect(sent).toEqual(['m.room.message']);
    expect(asked()).toBe(0);
  });

  test('encrypts in an encrypted one, except reactions, as all clients do', async () => {
    const { say, sent } = inRoom({ known: true });
    await say();
    await say('m.reaction');

    expect(sent).toEqual(['m.room.encrypted', 'm.reaction']);
  });

  test('without keys it says nothing; its messages wait as for a room that is lost', async () => {
    const { say, sent } = inRoom({ known: true, obstacle: noDevice });

    await expect(say()).rejects.toThrow(RoomLost);
    expect(sent).toEqual([]);
  });
});

describe('another process', () => {
  test('asks before it speaks plainly, because it does not hear when encryption is switched on', async () => {
    const { say, sent, asked } = inRoom({ listens: false });
    await say();

    expect(sent).toEqual(['m.room.message']);
    expect(asked()).toBe(1);
  });

  test.each([{ known: true }, { known: false, now: true }])(
    'leaves an encrypted room to the one that listens: %o',
    async (room) => {
      const { say, sent } = inRoom({ ...room, listens: false });
      const failed: unknown = await say().catch((error: unknown) => error);

      expect(failed).toBeInstanceOf(ChatError);
      expect(failed).toMatchObject({ retryAfterMs: 2_000 });
      expect(sent).toEqual([]);
    },
  );
});
