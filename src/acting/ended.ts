/** When what has ended by itself counts as ended. */

import type { Process } from '../domain/process/process.ts';
import { type Deadline, openUntil } from '../domain/time/deadline.ts';
import type { Tx } from '../ports/store.ts';

/** At its deadline, however late that was noticed; but not before the last digest, or no digest would tell of it. */
export async function endedAt(tx: Pick<Tx, 'processes'>, process: Process, deadline: Deadline): Promise<Date> {
  const end = openUntil(deadline, process.zone);
  const told = await tx.processes.lastDigest(process.id);
  return told && told > end ? told : end;
}
