/** A person whose client encrypts: like any other, but what they send and see in encrypted rooms goes through matrix-js-sdk. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { MatrixUser, type SeenEvent } from './user.ts';

/** Made with `npm install --prefix .cache/matrix-crypto matrix-js-sdk @matrix-org/matrix-sdk-crypto-wasm`. */
export const cryptoPackages = resolve('.cache/matrix-crypto');
export const hasPeer = existsSync(join(cryptoPackages, 'node_modules/matrix-js-sdk'));

interface Line {
  readonly ready?: true;
  readonly event?: SeenEvent;
  readonly id?: string;
  readonly result?: unknown;
  readonly error?: string;
}

export class EncryptedUser extends MatrixUser {
  readonly #peer: ChildProcess;
  readonly #calls = new Map<string, (line: Line) => void>();
  readonly ready: Promise<void>;

  private constructor(user: MatrixUser) {
    super(user.homeserver, user);
    const args = ['--no-warnings', 'test/support/matrix/encryptedPeer.mjs', user.homeserver, cryptoPackages];
    this.#peer = spawn(process.execPath, [...args, user.userId, user.token, user.deviceId], {
      stdio: ['pipe', 'ignore', process.env.TEST_LOG ? 'inherit' : 'ignore', 'pipe'],
    });
    const lines = this.#peer.stdio[3] as Readable;
    this.ready = new Promise((ready, reject) => {
      this.#peer.once('exit', () => reject(new Error('the encrypting client ended')));
      createInterface({ input: lines }).on('line', (text) => {
        const line: Line = JSON.parse(text);
        if (line.ready) ready();
        if (line.event) this.seen.push(line.event);
        if (line.id) this.#calls.get(line.id)?.(line);
      });
    });
  }

  /** A client on the device of that session. */
  static async open(user: MatrixUser): Promise<EncryptedUser> {
    const opened = new EncryptedUser(user);
    await opened.ready;
    return opened;
  }

  /** Somebody new. */
  static async registerEncrypted(homeserver: string, name: string): Promise<EncryptedUser> {
    return EncryptedUser.open(await MatrixUser.register(homeserver, name));
  }

  /** The same person on another device. */
  async secondDevice(password = 'pass phrase'): Promise<EncryptedUser> {
    const body = { type: 'm.login.password', identifier: { type: 'm.id.user', user: this.userId }, password };
    const { access_token: token, device_id: deviceId } = await this.call('POST', '/login', body);
    const session = { userId: this.userId, token: String(token), deviceId: String(deviceId) };
    return EncryptedUser.open(new MatrixUser(this.homeserver, session));
  }

  override async send(roomId: string, type: string, content: object, transaction: string = randomUUID()) {
    return String(await this.#ask('send', roomId, type, content, transaction));
  }

  /** What the event relates to stands outside of what is encrypted alone. */
  async sendApart(roomId: string, type: string, content: object): Promise<string> {
    return String(await this.#ask('sendApart', roomId, type, content));
  }

  /** Resolves when the client knows that the room is encrypted. */
  knowsEncrypted(roomId: string): Promise<unknown> {
    return this.#ask('encrypted', roomId);
  }

  /** Resolves when the client encrypts for that device of somebody. */
  knowsDevice(userId: string, deviceId: string): Promise<unknown> {
    return this.#ask('knowsDevice', userId, deviceId);
  }

  /** The next message is encrypted with a new key. */
  rotate(roomId: string): Promise<unknown> {
    return this.#ask('rotate', roomId);
  }

  /** The client hears by itself. */
  override async sync(timeout = 0): Promise<void> {
    await sleep(Math.min(100, timeout));
  }

  async close(): Promise<void> {
    if (this.#peer.exitCode !== null) return;
    const ended = once(this.#peer, 'exit');
    this.#peer.stdin?.end();
    await ended;
  }

  #ask(call: string, ...args: readonly unknown[]): Promise<unknown> {
    const id = randomUUID();
    const answer = new Promise((resolve, reject) => {
      this.#calls.set(id, ({ result, error }) => (error ? reject(new Error(error)) : resolve(result)));
    });
    this.#peer.stdin?.write(`${JSON.stringify({ id, call, args })}\n`);
    return answer;
  }
}
