/** The Matrix adapter: one account that listens in rooms and direct chats, and the chat the outbox speaks through. */
import { randomUUID } from 'node:crypto';
import { type Chat, ChatError } from '../../src/ports/chat.ts';
import { doubling, pause } from '../kit/waiting.ts';
import type { Connection } from './connection.ts';
import { isPassing } from './http/homeserverError.ts';
import { openSession } from './http/session.ts';
import { MATRIX, type MatrixBot, type MatrixConfig, type MatrixPorts } from './options.ts';

export interface Matrix {
  readonly chat: Chat;
  /** Begins to listen; where the homeserver does not answer yet, as soon as it does. */
  connect(bot: MatrixBot): Promise<void>;
  /** Why nothing will be heard until an operator does something; null: all is well, or will be by itself. */
  readonly trouble: string | null;
  /** Hears nothing new, finishes what is under way. */
  close(): Promise<void>;
}

const NOT_YET_MS = 2_000;
/** Logging in takes a moment; what is to be said meanwhile waits so long before it is put off. */
const CONNECTING_MS = 15_000;
const growing = doubling(NOT_YET_MS, 60_000);

export function createMatrix(config: MatrixConfig, ports: MatrixPorts, locale: string): Matrix {
  const holder = randomUUID();
  const stop = new AbortController();
  let connection: Connection | null = null;
  let trouble: string | null = null;
  let connecting: Promise<void> = Promise.resolve();
  const connected = new AbortController();

  async function connect(bot: MatrixBot): Promise<void> {
    for (let failures = 1; !stop.signal.aborted; failures += 1) {
      try {
        const session = await openSession({ ...ports, config, holder });
        // Loaded now, not above: whoever does not use Matrix does not need its SDK.
        const { openConnection } = await import('./connection.ts');
        if (!stop.signal.aborted) connection = openConnection({ ...ports, config, bot, locale, holder }, session);
        trouble = null;
        connected.abort();
        return;
      } catch (error) {
        trouble = isPassing(error)
          ? null
          : 'the homeserver does not accept what matrix.accessToken or matrix.password says';
        ports.log.error(trouble ?? 'Matrix cannot be connected yet', error);
        await pause(growing(failures), stop.signal);
      }
    }
  }

  async function chat(): Promise<Chat> {
    const enough = AbortSignal.any([connected.signal, stop.signal]);
    if (!connection) await pause(CONNECTING_MS, enough);
    if (!connection) throw new ChatError('Matrix is not connected yet', NOT_YET_MS);
    return connection.chat;
  }

  return {
    chat: {
      platform: MATRIX,
      post: async (...args) => (await chat()).post(...args),
      edit: async (...args) => (await chat()).edit(...args),
    },
    async connect(bot) {
      connecting = connect(bot);
    },
    get trouble() {
      return trouble ?? connection?.trouble ?? null;
    },
    async close() {
      stop.abort();
      await connecting;
      await connection?.close();
    },
  };
}
