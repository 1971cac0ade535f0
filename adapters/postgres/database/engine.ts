/** The embedded PostgreSQL: takes whole requests of the wire protocol and answers them, one at a time. */
import type { PGlite } from '@electric-sql/pglite';
import { query, splitMessages, textAt, type WireMessage } from './wire.ts';

/** What the engine answered to one request. */
export interface Answer {
  /** Everything but notifications, in order. */
  readonly bytes: Buffer;
  /** Notifications that arrived along with it, for whoever listens to their channel. */
  readonly notifications: readonly WireMessage[];
  /** The command tags, such as `LISTEN` or `INSERT 0 1`. */
  readonly tags: readonly string[];
  /** Whether a statement was prepared. */
  readonly prepared: boolean;
  /** `idle`: no transaction is open. `open`: one is, failed or not. */
  readonly state: 'idle' | 'open';
}

/** The engine gave no proper answer: nothing it says can be trusted from here on. */
export class EngineBroken extends Error {
  override readonly name = 'EngineBroken';
}

export class Engine {
  readonly #pglite: PGlite;
  readonly #onBroken: (error: EngineBroken) => void;
  #searchPath = '';
  #broken: EngineBroken | null = null;

  /** @param onBroken called once, should the engine stop for good */
  constructor(pglite: PGlite, onBroken: (error: EngineBroken) => void) {
    this.#pglite = pglite;
    this.#onBroken = onBroken;
  }

  /** Lets go of the files. A broken engine is left alone: it would never return. */
  async close(): Promise<void> {
    if (!this.#broken) await this.#pglite.close();
  }

  /** Changes the search path for the session whose turn it is; costs nothing when it is the same as before. */
  async useSearchPath(path: string): Promise<void> {
    if (path !== this.#searchPath) await this.execute(query(`SET search_path TO ${path}`));
    this.#searchPath = path;
  }

  /**
   * Runs one request: a simple query, or an extended one up to its Sync or Flush.
   * @throws EngineBroken
   */
  async execute(request: Buffer): Promise<Answer> {
    if (this.#broken) throw this.#broken;
    const chunks: Buffer[] = [];
    // The streaming call alone neither parses nor keeps the messages; the others collect them for ever.
    await this.#pglite.execProtocolRawStream(request, {
      syncToFs: false,
      onRawData: (bytes) => void chunks.push(Buffer.from(bytes)),
    });
    return this.#read(Buffer.concat(chunks));
  }

  #read(reply: Buffer): Answer {
    const { messages, length } = splitMessages(reply);
    if (length !== reply.length || messages.length === 0) throw this.#break();
    const isNotification = (message: WireMessage) => message.type === 'A';
    const last = messages.at(-1);
    return {
      bytes: messages.some(isNotification)
        ? Buffer.concat(messages.filter((message) => !isNotification(message)).map((message) => message.bytes))
        : reply,
      notifications: messages.filter(isNotification),
      tags: messages.filter((message) => message.type === 'C').map((message) => textAt(message.bytes, 5)),
      prepared: messages.some((message) => message.type === '1'),
      state: last?.type === 'Z' && last.bytes[5] === 'I'.charCodeAt(0) ? 'idle' : 'open',
    };
  }

  /** After a failed sync, for instance, PostgreSQL stops at once, so that nothing is acknowledged that may be lost. */
  #break(): EngineBroken {
    this.#broken = new EngineBroken('the embedded database has stopped; start again to recover what was committed');
    this.#onBroken(this.#broken);
    return this.#broken;
  }
}
