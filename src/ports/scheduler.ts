/** Wakes the application up. Carries no facts: what is due is found in the store. */
export interface Scheduler {
  /**
   * Starts waking: `onWake` is called soon after start (reconciliation), regularly, and at every instant asked for.
   * Calls never overlap within one process; an error in `onWake` is logged and the next wake-up tries again.
   */
  start(onWake: () => Promise<void>): Promise<void>;
  /** Asks for a wake-up at or soon after `at` (an instant of the injected clock). Asking twice costs nothing. */
  wakeAt(at: Date): Promise<void>;
  /** Nobody is woken at the instant asked for, because the queue is out of reach; what is due is found by looking instead. */
  readonly away: boolean;
  /** Waits for a wake-up under way, then lets go of every connection. Safe to call twice. */
  close(): Promise<void>;
}
