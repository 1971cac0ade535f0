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
  /** `idle`: no transaction is open. `open`: one is, failed or not. */
  readonly state: 'idle' | 'open';
}

/** The engine gave no proper answer: nothing it says can be trusted from here on. */
export class EngineBroken extends Error {
  override readonly name = 'EngineBroken';
}

export class Engine {
  readonly #pglite: PGlite;
  #searchPath = '';

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  /** The search path now in force: of the session whose request ran last. */
  get searchPath(): string {
    return this.#searchPath;
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
    if (length !== reply.length || messages.length === 0) throw new EngineBroken('the engine broke off its answer');
    const isNotification = (message: WireMessage) => message.type === 'A';
    const last = messages.at(-1);
    return {
      bytes: messages.some(isNotification)
        ? Buffer.concat(messages.filter((message) => !isNotification(message)).map((message) => message.bytes))
        : reply,
      notifications: messages.filter(isNotification),
      tags: messages.filter((message) => message.type === 'C').map((message) => textAt(message.bytes, 5)),
      state: last?.type === 'Z' && last.bytes[5] === 'I'.charCodeAt(0) ? 'idle' : 'open',
    };
  }
}
