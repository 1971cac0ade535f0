/** What the clocks let through: whose due work is done, and whether it is by the database's clock too. */

import type { ProcessId } from '../domain/ids.ts';
import { APART_MS } from '../domain/time/clockTrust.ts';
import type { Tx } from '../ports/store.ts';

export interface Gate {
  /** Whose due work may be done; null: everybody's. */
  readonly processes: readonly ProcessId[] | null;
  /** What the database's clock should show, or more; null where somebody chose the time, so that no clock has a say. */
  readonly database: Date | null;
  /** Nobody has moved the clock: what the database shows at a closing is worth keeping. */
  readonly real: boolean;
}

/** By a time that somebody chose. */
export const OPEN: Gate = { processes: null, database: null, real: false };

export function lets(gate: Gate, process: ProcessId): boolean {
  return gate.processes === null || gate.processes.includes(process);
}

/**
 * What the database's clock shows in this very transaction. `tooEarly`: between the look and the transaction a clock has
 * gone back, or never was where this machine's is; nothing may be done.
 */
export async function databaseTime(tx: Pick<Tx, 'clocks'>, gate: Gate): Promise<Date | null | 'tooEarly'> {
  if (gate.database === null) return null;
  const now = await tx.clocks.now();
  if (gate.database.getTime() - now.getTime() > APART_MS) return 'tooEarly';
  return gate.real ? now : null;
}
