/** Encrypted events: read where that is possible; where it is not, people are told once, kindly. */
import type { Log } from '../../../src/ports/log.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { phrases } from '../../../src/text/phrases.ts';
import type { Encryption } from '../crypto/encryption.ts';
import type { Client } from '../http/client.ts';
import { sentence } from '../notes.ts';
import type { RoomEvent } from '../schema.ts';
import { transactionId } from '../send/transaction.ts';
import type { Desk } from './desk.ts';

interface Parts {
  readonly encryption: Encryption | null;
  readonly client: Client;
  readonly memory: PlatformMemory;
  readonly desk: Desk;
  readonly log: Log;
  readonly localeOf: (userId: string) => Promise<string>;
  readonly locale: string;
}

export interface EncryptedEvents {
  /** Gives the readable event; null when it cannot be read now. */
  read(roomId: string, event: RoomEvent): Promise<RoomEvent | null>;
  /** What can be read by now of what could not be read before; the rest is answered after a while. */
  retry(): Promise<readonly { readonly roomId: string; readonly event: RoomEvent }[]>;
  /** Says in an encrypted room that the library is missing, once. */
  explain(roomId: string): Promise<void>;
}

/** A key usually comes within seconds of the event that needs it. */
const PATIENCE_MS = 15_000;
const SAID = 'encrypted:';
const UNREADABLE = 'unreadable:';

export function createEncryptedEvents(parts: Parts): EncryptedEvents {
  const { encryption, client, memory, desk, log, localeOf, locale } = parts;
  const waiting = new Map<string, { readonly roomId: string; readonly event: RoomEvent; readonly since: number }>();

  /** One sentence without a word about anybody: the only thing the bot ever says in plain text in an encrypted room. */
  async function explain(roomId: string): Promise<void> {
    if (encryption || (await memory.get(SAID + roomId)) !== null) return;
    const body = phrases(locale).say('matrix.encrypted.missing');
    const transaction = transactionId('encryption is missing', roomId);
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/send/m.room.message/${transaction}`;
    await client.call({ method: 'PUT', path, body: { msgtype: 'm.notice', body, 'm.mentions': {} } });
    await memory.set(SAID + roomId, 'said');
    log.warn('a room is encrypted and the encryption library is missing', { room: roomId });
  }

  async function answerUnreadable(roomId: string, event: RoomEvent): Promise<void> {
    const key = `${UNREADABLE}${roomId} ${event.sender}`;
    log.warn('a message could not be decrypted', { room: roomId });
    if ((await memory.get(key)) !== null) return;
    await memory.set(key, event.event_id, event.sender);
    const note = sentence(await localeOf(event.sender), 'matrix.encrypted.unreadable');
    desk.tell({ roomId, sender: event.sender, eventId: event.event_id }, note);
  }

  async function read(roomId: string, event: RoomEvent): Promise<RoomEvent | null> {
    if (!encryption) {
      await explain(roomId);
      return null;
    }
    try {
      const clear = await encryption.decrypt(roomId, event);
      waiting.delete(event.event_id);
      await memory.remove(`${UNREADABLE}${roomId} ${event.sender}`);
      return clear;
    } catch {
      if (!waiting.has(event.event_id)) waiting.set(event.event_id, { roomId, event, since: performance.now() });
      return null;
    }
  }

  return {
    read,
    explain,
    async retry() {
      const readable: { roomId: string; event: RoomEvent }[] = [];
      for (const { roomId, event, since } of waiting.values()) {
        const clear = await read(roomId, event);
        if (clear) readable.push({ roomId, event: clear });
        else if (performance.now() - since > PATIENCE_MS) {
          waiting.delete(event.event_id);
          await answerUnreadable(roomId, event);
        }
      }
      return readable;
    },
  };
}
