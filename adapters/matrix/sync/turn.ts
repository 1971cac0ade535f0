/** Of several replicas one listens: two would answer everything twice and spoil each other's encryption keys. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Lease, type Leases, leaseOf } from '../../../src/ports/leases.ts';
import type { Log } from '../../../src/ports/log.ts';

/** Another replica takes over this long after the one that listened went silent. */
const LEASE_MS = 12_000;
const RENEW_MS = 4_000;
const ASK_MS = 2_000;

export interface Turn {
  /** Waits until it is this replica's turn. The signal is aborted when the turn is lost, or `stop` is. */
  begin(stop: AbortSignal): Promise<AbortSignal>;
  /** As far as this process knows. */
  readonly held: boolean;
  /** The turn that has begun. What is done under it is not done in a later one. */
  readonly lease: Lease;
  release(): Promise<void>;
}

export function createTurn(leases: Leases, account: string, holder: string, log: Log): Turn {
  const lease = `matrix sync ${account}`;
  let held = false;
  let renewing: NodeJS.Timeout | undefined;
  let ended = new AbortController();
  let current = leaseOf(async () => false);

  function lose(reason: string): void {
    if (!held) return;
    held = false;
    clearInterval(renewing);
    log.warn('another replica may listen to Matrix now', { reason });
    ended.abort();
  }

  function keep(): void {
    let renewed = performance.now();
    renewing = setInterval(async () => {
      try {
        if (await leases.take(lease, holder, LEASE_MS)) renewed = performance.now();
        else lose('the lease was taken');
      } catch {
        if (performance.now() - renewed > LEASE_MS) lose('the store cannot be reached');
      }
    }, RENEW_MS);
  }

  /** Asking renews it. */
  function leaseUntil(end: AbortSignal): Lease {
    return leaseOf(async () => {
      if (!held || end.aborted) return false;
      const still = await leases.take(lease, holder, LEASE_MS);
      if (!still) lose('the lease was taken');
      return still && !end.aborted;
    });
  }

  async function take(): Promise<boolean> {
    try {
      return await leases.take(lease, holder, LEASE_MS);
    } catch (error) {
      log.error('the lease cannot be asked for', error);
      return false;
    }
  }

  return {
    get held() {
      return held;
    },
    get lease() {
      return current;
    },
    async begin(stop) {
      if (!held) {
        while (!(await take())) await sleep(ASK_MS, undefined, { signal: stop });
        held = true;
        ended = new AbortController();
        current = leaseUntil(ended.signal);
        keep();
        log.info('this replica listens to Matrix');
      }
      return AbortSignal.any([stop, ended.signal]);
    },
    async release() {
      held = false;
      clearInterval(renewing);
      await leases.release(lease, holder);
    },
  };
}
