/** What a due item of one kind does when its time has come. */

import type { Process } from '../domain/process/process.ts';
import type { DueItem } from '../domain/time/due.ts';
import type { Tx } from '../ports/store.ts';

/**
 * Handles the items of one bundle (see `bundlesOf`): of one process, claimed together in one transaction, ordered by their
 * time. The process is locked. What it throws undoes what it has done, and nothing else of the transaction.
 * Items older than the catch-up window still close what must close; as reminders they are left to the digest.
 * `database`: what the database's clock shows; null where somebody chose the time.
 */
export type DueHandler = (
  tx: Tx,
  process: Process,
  items: readonly DueItem[],
  now: Date,
  database: Date | null,
) => Promise<void>;
