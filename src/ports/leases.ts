/** Work that only one of several processes does at a time: listening to a platform with one account, sending a message. */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Leases {
  /** Takes or renews the lease of that name for so many milliseconds; false while somebody else holds it. */
  take(name: string, holder: string, milliseconds: number): Promise<boolean>;
  /** Gives it back early, so that the next one need not wait. */
  release(name: string, holder: string): Promise<void>;
}

/** What a process holds while it does such work, and may have lost without noticing, because it stood still. */
export interface Lease {
  /** Asks whether it is still held. @throws LeaseLost */
  check(): Promise<void>;
  /** Whether it was found lost. */
  readonly lost: boolean;
}

/** Somebody else does the work now, or may soon: nothing more is to be said or written of it. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** In milliseconds: an answer that took longer may have been overtaken. Nobody is taken for dead as soon as that. */
const FRESH_MS = 2_000;

/** @param held asks whoever gave the lease */
export function leaseOf(held: () => Promise<boolean>): Lease {
  let lost = false;
  return {
    get lost() {
      return lost;
    },
    async check() {
      for (;;) {
        const asked = performance.now();
        lost = !(await held());
        if (lost) throw new LeaseLost('the lease is lost');
        // A process that stood still while it was answered reads the answer late.
        if (performance.now() - asked <= FRESH_MS) return;
      }
    },
  };
}

const leases = new AsyncLocalStorage<Lease>();

/** Does the work, and all that it begins, under the lease. */
export function underLease<T>(lease: Lease, work: () => Promise<T>): Promise<T> {
  return leases.run(lease, work);
}

/** Begins something that is no part of the work and outlasts it. */
export function outsideLease<T>(begin: () => T): T {
  return leases.exit(begin);
}

/**
 * Whether what is done may still be done: awaited last before each call that has an effect outside the store, after every
 * other wait. Work under no lease, such as an answer to who asked, may.
 * @throws LeaseLost
 */
export async function assertHeld(): Promise<void> {
  await leases.getStore()?.check();
}
