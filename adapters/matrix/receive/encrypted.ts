/** Encrypted events: read where that is possible; where it is not, people are told once, kindly. */
import type { Log } from '../../../src/ports/log.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { phrases } from '../../../src/text/phrases.ts';
import type { Encryption } from '../crypto/encryption.ts';
import type { Client } from '../http/client.ts';
import { sentence } from '../notes.ts';
import { KeptUnread, POLL_RESPONSES, type RoomEvent } from '../schema.ts';
import { transactionId } from '../send/transaction.ts';
import type { Desk } from './desk.ts';

interface Parts {
  readonly encryption: Encryption;
  readonly client: Client;
  readonly memory: PlatformMemory;
  readonly desk: Desk;
  readonly log: Log;
  readonly localeOf: (userId: string) => Promise<string>;
  readonly locale: string;
}

export interface EncryptedEvents {
  /** Gives the readable event; null when it cannot be read now, or nothing in it is for the bot. */
  read(roomId: string, event: RoomEvent): Promise<RoomEvent | null>;
  /** Hands over what can be read by now of what could not be read before; the rest is answered after a while. */
  retry(hand: (roomId: string, event: RoomEvent) => Promise<void>): Promise<void>;
  /** What was removed while it waited for its key is not heard any more. */
  remove(eventId: string): Promise<void>;
  /** Whether somebody waits for a key, or for the answer that it did not come. */
  readonly waiting: boolean;
  /** What waited for its key when this process, or another one, stopped listening. */
  takeUp(): Promise<void>;
  /** Says in an encrypted room that it is out of reach, once. */
  explain(roomId: string): Promise<void>;
  forgetOld(): Promise<void>;
}

/** A key usually comes within seconds of the event that needs it. */
const PATIENCE_MS = 15_000;
const SAID = 'encrypted:';
const UNREADABLE = 'unreadable:';
const UNREAD = 'unread:';
/** Whoever was told does not need to hear it again this soon. */
const TOLD_DAYS = 30;

/** What people send. Anything else that was put into an encrypted event has not passed the homeserver's rules. */
const SENT_BY_PEOPLE: ReadonlySet<string> = new Set(['m.room.message', 'm.reaction', ...POLL_RESPONSES]);

export function createEncryptedEvents(parts: Parts): EncryptedEvents {
  const { encryption, client, memory, desk, log, localeOf, locale } = parts;
  const unread = new Map<string, KeptUnread & { readonly since: number }>();

  /** One sentence without a word about anybody: the only thing the bot ever says in plain text in an encrypted room. */
  async function explain(roomId: string): Promise<void> {
    const { obstacle } = encryption;
    if (obstacle === null || (await memory.get(SAID + roomId)) === obstacle.kind) return;
    const { say } = phrases(locale);
    const body = obstacle.kind === 'library' ? say('matrix.encrypted.missing') : say('matrix.encrypted.locked');
    const transaction = transactionId(`encryption is out of reach: ${obstacle.kind}`, roomId);
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/send/m.room.message/${transaction}`;
    await client.call({ method: 'PUT', path, body: { msgtype: 'm.notice', body, 'm.mentions': {} } });
    await memory.set(SAID + roomId, obstacle.kind);
    log.warn('a room is encrypted and out of reach', { room: roomId, reason: obstacle.what });
  }

  async function answerUnreadable({ roomId, event }: KeptUnread): Promise<void> {
    const key = `${UNREADABLE}${roomId} ${event.sender}`;
    log.warn('a message could not be decrypted', { room: roomId });
    if ((await memory.get(key)) !== null) return;
    await memory.set(key, event.event_id, event.sender);
    const note = sentence(await localeOf(event.sender), 'matrix.encrypted.unreadable');
    desk.tell({ roomId, sender: event.sender, eventId: event.event_id }, note);
  }

  async function wait(roomId: string, event: RoomEvent): Promise<void> {
    if (unread.has(event.event_id)) return;
    await memory.set(UNREAD + event.event_id, JSON.stringify({ roomId, event } satisfies KeptUnread), event.sender);
    unread.set(event.event_id, { roomId, event, since: performance.now() });
  }

  async function waitNoLonger(eventId: string): Promise<void> {
    await memory.remove(UNREAD + eventId);
    unread.delete(eventId);
  }

  return {
    explain,
    get waiting() {
      return unread.size > 0;
    },
    async read(roomId, event) {
      if (encryption.obstacle) {
        await explain(roomId);
        return null;
      }
      const clear = await encryption.decrypt(roomId, event).catch(() => null);
      if (!clear) await wait(roomId, event);
      return clear && SENT_BY_PEOPLE.has(clear.type) ? clear : null;
    },
    async retry(hand) {
      for (const one of [...unread.values()]) {
        const { roomId, event, since } = one;
        const clear = await encryption.decrypt(roomId, event).catch(() => null);
        if (!clear && performance.now() - since <= PATIENCE_MS) continue;
        if (!clear) await answerUnreadable(one);
        else if (SENT_BY_PEOPLE.has(clear.type)) {
          await hand(roomId, clear).catch((error: unknown) =>
            log.error('an event of Matrix could not be handled', error, { what: clear.type, room: roomId }),
          );
        }
        await waitNoLonger(event.event_id);
      }
    },
    remove: waitNoLonger,
    async takeUp() {
      unread.clear();
      for (const { value } of await memory.list(UNREAD)) {
        const kept = KeptUnread.parse(JSON.parse(value));
        unread.set(kept.event.event_id, { ...kept, since: performance.now() });
      }
    },
    forgetOld: () => memory.forgetOlder(UNREADABLE, TOLD_DAYS),
  };
}
