/** Keeps the Socket Mode connection: opens it again at once when Slack renews it, and patiently while Slack is away. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type SocketModeReceiver, webApi } from '@slack/bolt';
import { failure, Refusal } from '../../../src/domain/failure.ts';
import type { Log } from '../../../src/ports/log.ts';
import { inTime } from '../../kit/waiting.ts';
import { isPlatformError } from '../web/people.ts';

type SocketClient = SocketModeReceiver['client'];

const WAITS_MS = [0, 1_000, 2_000, 5_000, 10_000, 30_000];
/** A connection that does not greet within this time is given up. */
const GREETING_MS = 15_000;
/** So long does the start of the product wait for the first connection. */
const FIRST_MS = 10_000;
/** A connection that ends sooner was no success: opened again at once and at once, Slack would refuse the app altogether. */
const STEADY_MS = 5_000;

/** Trying again would not help: the token or the app's settings are wrong. */
const WRONG = ['account_inactive', 'invalid_auth', 'not_allowed_token_type', 'not_authed', 'org_login_required'];

/** Reasons for the end of a connection that somebody has to see to: https://docs.slack.dev/apis/events-api/using-socket-mode */
const TROUBLE = /"reason":\s*"(link_disabled|too_many_websockets)"/;

export interface SocketConnection {
  /** @throws Refusal `slack.appToken` */
  open(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Needs a client that does not connect again by itself: its own way leaves gaps of seconds and can end the process.
 * @param greetingMs how long a connection may take to greet
 */
export function keepConnected(client: SocketClient, log: Log, greetingMs = GREETING_MS): SocketConnection {
  const closing = new AbortController();
  let stands = false;
  let standsSince = 0;
  let connecting = false;
  /** While the product starts, a wrong token is told to whoever starts it. */
  let starting = true;
  /** Connections in a row that ended too soon. */
  let unsteady = 0;

  async function connect(): Promise<void> {
    let opened = () => {};
    // Not from the start on: until Slack has said where to connect to there is nothing that could be given up.
    const late = new Promise<void>((resolve) => {
      opened = resolve;
    }).then(() => sleep(greetingMs, 'late' as const, { ref: false }));
    // Closed while Slack was being asked where to: the client has only now something that it can give up.
    const unwanted = () => queueMicrotask(() => closing.signal.aborted && void letGo(client));
    client.once('authenticated', opened);
    client.once('connecting', unwanted);
    try {
      const result = await Promise.race([client.start(), late]);
      if (result === 'late' || closing.signal.aborted) await letGo(client);
      if (result === 'late') throw new Error('slack did not greet');
    } finally {
      client.off('authenticated', opened);
      client.off('connecting', unwanted);
    }
  }

  async function connectInTheEnd(failuresBefore: number): Promise<void> {
    connecting = true;
    try {
      let wait = waitAfter(failuresBefore);
      for (let failures = failuresBefore + 1; !closing.signal.aborted; failures += 1) {
        await sleep(wait, undefined, { ref: false, signal: closing.signal });
        try {
          await connect();
          if (stands) return;
          throw new Error('the connection ended as it began');
        } catch (error) {
          if (closing.signal.aborted) return;
          const wrong = isPlatformError(error, ...WRONG);
          if (wrong && starting) throw new Refusal(failure('slack.appToken'));
          if (wrong) log.error('slack refuses the app-level token', error);
          else log.warn('no connection to slack; trying again', { failures, reason: String(error) });
          const asked = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : 0;
          wait = Math.max(asked, waitAfter(failures));
        }
      }
    } finally {
      connecting = false;
    }
  }

  function reconnect(): void {
    if (!stands) return;
    stands = false;
    if (connecting || closing.signal.aborted) return;
    unsteady = performance.now() - standsSince < STEADY_MS ? unsteady + 1 : 0;
    // The first one may be Slack's renewal; nobody should wait for that.
    connectInTheEnd(Math.max(0, unsteady - 1)).catch((error: unknown) => {
      if (!closing.signal.aborted) log.error('the connection to slack is lost for good', error);
    });
  }

  function noteTrouble(data: unknown): void {
    const [, reason] = (typeof data === 'string' && data.includes('"disconnect"') && TROUBLE.exec(data)) || [];
    if (reason) log.error('slack ended the connection', new Error(reason));
  }

  return {
    async open() {
      client.on('connected', () => {
        stands = true;
        standsSince = performance.now();
      });
      client.on('disconnected', reconnect);
      client.on('ws_message', noteTrouble);
      const first = connectInTheEnd(0);
      first.catch(() => undefined);
      await inTime(FIRST_MS, first);
      starting = false;
    },
    async close() {
      closing.abort();
      await letGo(client);
    },
  };
}

/**
 * Ends the connection, if there is one. Twice, because a socket that is still connecting fails at once, and only then does the client
 * begin to wait for its goodbye: 30 seconds in which it keeps the process alive, and after which it would end the next connection.
 */
async function letGo(client: SocketClient): Promise<void> {
  await client.disconnect();
  await client.disconnect();
}

function waitAfter(failures: number): number {
  return WAITS_MS[Math.min(failures, WAITS_MS.length - 1)] ?? 0;
}
