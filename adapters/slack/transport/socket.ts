/** Keeps the Socket Mode connection: opens it again at once when Slack renews it, and patiently while Slack is away. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import { Refusal } from '../../../src/domain/failure.ts';
import type { Log } from '../../../src/ports/log.ts';
import { isPlatformError } from '../web/people.ts';

type SocketClient = SocketModeReceiver['client'];

const WAITS_MS = [0, 1_000, 2_000, 5_000, 10_000, 30_000];
/** A connection that does not greet within this time is given up. */
const GREETING_MS = 15_000;
/** So long does the start of the product wait for the first connection. */
const FIRST_MS = 10_000;

/** Trying again would not help: the token or the app's settings are wrong. */
const WRONG = ['account_inactive', 'invalid_auth', 'not_allowed_token_type', 'not_authed', 'org_login_required'];

export interface SocketConnection {
  /** @throws Refusal `slack.appToken` */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Needs a client that does not connect again by itself: its own way leaves gaps of seconds and can end the process. */
export function keepConnected(client: SocketClient, log: Log): SocketConnection {
  const closing = new AbortController();
  let failures = 0;

  async function connect(): Promise<void> {
    const greeted = client.start();
    greeted.catch(() => undefined);
    const late = sleep(GREETING_MS, 'late' as const, { ref: false });
    if ((await Promise.race([greeted, late])) !== 'late') return;
    await client.disconnect();
    throw new Error('slack did not greet');
  }

  async function connectInTheEnd(): Promise<void> {
    while (!closing.signal.aborted) {
      const wait = WAITS_MS[Math.min(failures, WAITS_MS.length - 1)];
      await sleep(wait, undefined, { ref: false, signal: closing.signal });
      try {
        await connect();
        failures = 0;
        return;
      } catch (error) {
        failures += 1;
        if (isPlatformError(error, ...WRONG)) throw new Refusal({ code: 'slack.appToken' });
        log.warn('no connection to slack; trying again', { failures, reason: String(error) });
      }
    }
  }

  function reconnect(): void {
    if (closing.signal.aborted || failures > 0) return;
    connectInTheEnd().catch((error: unknown) => {
      if (!closing.signal.aborted) log.error('the connection to slack is lost for good', error);
    });
  }

  return {
    async open() {
      const first = connectInTheEnd();
      first.catch(() => undefined);
      await Promise.race([first, sleep(FIRST_MS, undefined, { ref: false })]);
      client.on('disconnected', reconnect);
    },
    async close() {
      closing.abort();
      client.off('disconnected', reconnect);
      await client.disconnect();
    },
  };
}
