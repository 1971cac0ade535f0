/** Listens to the homeserver. The token is kept after everything was handled: what was cut off by a crash comes again, and is known by its id. */
import { setTimeout as sleep } from 'node:timers/promises';
import { assertHeld, LeaseLost, underLease } from '../../../src/ports/leases.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { doubling } from '../../kit/waiting.ts';
import type { Client } from '../http/client.ts';
import { askedToWait, isUnknownToken } from '../http/homeserverError.ts';
import { SyncResponse } from '../schema.ts';
import { syncFilter } from './filter.ts';
import type { Turn } from './turn.ts';

export interface SyncParts {
  readonly client: Client;
  readonly memory: PlatformMemory;
  readonly turn: Turn;
  readonly log: Log;
  /** Everything that is to be done before the first sync of a turn. */
  readonly prepare: () => Promise<void>;
  /** Resolves when everything in it is handled, with why something could not be that may be when it is taken in again; or null. */
  readonly takeIn: (sync: SyncResponse, since: string | null) => Promise<unknown>;
  /** Whether something is due soon even if nothing is heard. */
  readonly isRestless: () => boolean;
  /** Tries to get a valid token; false: there is no way. */
  readonly renewSession: () => Promise<boolean>;
}

export interface SyncLoop {
  /** Why nothing will be heard until an operator does something; null: all is well, or will be by itself. */
  readonly trouble: string | null;
  stop(): Promise<void>;
}

const WAIT_MS = 30_000;
const RESTLESS_WAIT_MS = 3_000;
const growing = doubling(1_000, 60_000);
/** The same is taken in so often, with a minute between the first time and the last; one request that always fails must not end all. */
const MOST_TIMES = 7;

export function startSync(parts: SyncParts): SyncLoop {
  const { client, memory, turn, log, prepare, takeIn, isRestless, renewSession } = parts;
  const stop = new AbortController();
  /** Another account begins anew. */
  const tokenKey = `sync ${client.session.userId}`;
  let trouble: string | null = null;
  let failures = 0;
  let times = 0;

  async function once(signal: AbortSignal): Promise<void> {
    const since = await memory.get(tokenKey);
    const waitMs = isRestless() ? RESTLESS_WAIT_MS : WAIT_MS;
    const answer = await client.call({
      method: 'GET',
      path: '/_matrix/client/v3/sync',
      query: { timeout: since === null ? 0 : waitMs, filter: syncFilter, ...(since === null ? {} : { since }) },
      timeoutMs: since === null ? 10 * 60_000 : WAIT_MS + 30_000,
      signal,
    });
    const sync = SyncResponse.parse(answer);
    await assertHeld();
    const unhandled = await takeIn(sync, since);
    times += 1;
    if (unhandled !== null && times < MOST_TIMES) throw unhandled;
    times = 0;
    recovered();
    await assertHeld();
    await memory.set(tokenKey, sync.next_batch);
  }

  function recovered(): void {
    if (failures > 0) log.info('the homeserver answers again', { failures });
    failures = 0;
    trouble = null;
  }

  /** Waits longer each time, and at least as long as the homeserver asks for. Gives whether there is a new session. */
  async function afterFailure(error: unknown): Promise<boolean> {
    failures += 1;
    if (isUnknownToken(error) && (await renewSession().catch(() => false))) return true;
    if (isUnknownToken(error)) trouble = 'the homeserver does not accept the access token of the bot';
    if (failures === 1) log.error(trouble ?? 'nothing is heard from Matrix at the moment', error);
    const wait = growing(failures) * (0.75 + Math.random() / 2);
    await sleep(Math.max(askedToWait(error) ?? 0, wait), undefined, { signal: stop.signal });
    return false;
  }

  async function listen(): Promise<void> {
    let prepared: AbortSignal | null = null;
    while (!stop.signal.aborted) {
      try {
        const signal = await turn.begin(stop.signal);
        if (prepared?.aborted) prepared = null;
        if (prepared === null) {
          await underLease(turn.lease, prepare);
          prepared = signal;
        }
        await underLease(turn.lease, () => once(signal));
      } catch (error) {
        if (stop.signal.aborted || prepared?.aborted || error instanceof LeaseLost) continue;
        // With its last session the homeserver forgets a device's keys.
        if (await afterFailure(error).catch(() => false)) prepared = null;
      }
    }
  }

  const listening = listen();
  return {
    get trouble() {
      return trouble;
    },
    async stop() {
      stop.abort();
      await listening;
    },
  };
}
