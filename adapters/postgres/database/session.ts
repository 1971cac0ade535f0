/** A socket that ends in the embedded engine instead of a server: what `pg` opens for each client of its pool. */
import { Duplex } from 'node:stream';
import type { Answer, Engine } from './engine.ts';
import type { Listeners } from './listeners.ts';
import type { Prepared } from './prepared.ts';
import { type Turn, type Turns, TurnTimeout } from './turns.ts';
import { query, readStartup, refusal, splitMessages, textAt, type WireMessage, welcome } from './wire.ts';

/** What all sessions of one engine share. */
export interface Shared {
  readonly engine: Engine;
  readonly turns: Turns;
  readonly listeners: Listeners<Session>;
  readonly prepared: Prepared;
  /** How long a statement waits for a transaction of somebody else, in milliseconds. */
  readonly patienceMs: number;
}

/** Messages after which the client waits for an answer: simple query, Sync, Flush. */
const endsRequest = new Set(['Q', 'S', 'H']);

let sessions = 0;

/**
 * Takes a turn on the engine for one request, or from BEGIN until the transaction has ended, as told by the engine's own
 * ready-for-query state and not by reading SQL. Each session keeps its search path. Everything else of PostgreSQL's session
 * state (prepared statements, which all may use; temporary tables, session-level advisory locks, other settings) is shared by all.
 */
export class Session extends Duplex {
  readonly #shared: Shared;
  #received: Buffer = Buffer.alloc(0);
  #request: WireMessage[] = [];
  #work: Promise<void> = Promise.resolve();
  #turn: Turn | null = null;
  #searchPath: string | null = null;

  constructor(shared: Shared) {
    super({ allowHalfOpen: false });
    this.#shared = shared;
  }

  /** Part of `net.Socket` that `pg` calls. */
  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#received = this.#received.length > 0 ? Buffer.concat([this.#received, chunk]) : chunk;
    if (this.#searchPath !== null || this.#begin()) this.#take();
    done();
  }

  override _final(done: () => void): void {
    this.#work.then(() => {
      done();
      this.destroy();
    });
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#shared.listeners.leave(this);
    this.#work.then(() => this.#abandon()).then(() => done(error));
  }

  /** Hands a notification to the client. */
  notified(message: Buffer): void {
    if (!this.destroyed) this.push(message);
  }

  #begin(): boolean {
    const startup = readStartup(this.#received);
    if (!startup) return false;
    this.#received = this.#received.subarray(startup.length);
    this.#searchPath = /search_path=(\S+)/.exec(startup.parameters.get('options') ?? '')?.[1] ?? 'public';
    sessions += 1;
    this.push(welcome(sessions));
    return true;
  }

  #take(): void {
    const { messages, length } = splitMessages(this.#received);
    this.#received = this.#received.subarray(length);
    for (const message of messages) {
      if (message.type === 'X') continue;
      this.#request.push(message);
      if (!endsRequest.has(message.type)) continue;
      const request = this.#request;
      this.#request = [];
      this.#work = this.#work.then(() => this.#run(request));
    }
  }

  async #run(request: readonly WireMessage[]): Promise<void> {
    try {
      this.#turn ??= await this.#shared.turns.take(this.#shared.patienceMs);
      if (this.destroyed) return;
      await this.#shared.engine.useSearchPath(this.#searchPath ?? 'public');
      const short = this.#shared.prepared.shorten(request);
      const answer = await this.#shared.engine.execute(Buffer.concat(short.request.map((message) => message.bytes)));
      if (answer.prepared) this.#shared.prepared.keep(request);
      await this.#follow(request, answer);
      this.push(short.answered ? Buffer.concat([short.answered, answer.bytes]) : answer.bytes);
      if (answer.state === 'idle') this.#endTurn();
      this.#shared.listeners.tell(answer.notifications);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #follow(request: readonly WireMessage[], answer: Answer): Promise<void> {
    if (!answer.tags.some((tag) => tag === 'LISTEN' || tag === 'UNLISTEN')) return;
    for (const { type, bytes } of request) {
      const sql = type === 'Q' ? textAt(bytes, 5) : type === 'P' ? textAt(bytes, bytes.indexOf(0, 5) + 1) : '';
      for (const again of this.#shared.listeners.follow(this, sql)) await this.#shared.engine.execute(query(again));
    }
  }

  #fail(error: unknown): void {
    if (error instanceof TurnTimeout) {
      this.push(refusal('55P03', 'another transaction held the database for too long'));
      return;
    }
    this.#endTurn();
    this.destroy(error instanceof Error ? error : new Error('a session has failed', { cause: error }));
  }

  /** A client that went away in the middle of a transaction has not committed it. */
  async #abandon(): Promise<void> {
    if (!this.#turn) return;
    // A broken engine has forgotten the transaction already.
    await this.#shared.engine.execute(query('ROLLBACK')).catch(() => {});
    this.#endTurn();
  }

  #endTurn(): void {
    this.#turn?.end();
    this.#turn = null;
  }
}
