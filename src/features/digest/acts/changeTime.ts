/** Changes when the weekly digest is sent. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import type { DigestTime, Process } from '../../../domain/process/process.ts';
import type { Tx } from '../../../ports/store.ts';
import { nextDigestAt, scheduleDigest } from '../due/schedule.ts';

/** The one registered so far is taken back. Gives the instant of the next one. */
export async function changeDigestTime(tx: Tx, caller: ProcessCaller, digest: DigestTime): Promise<Date> {
  const process: Process = { ...caller.process, digest };
  await tx.processes.update(process.id, { digest });
  await scheduleDigest(tx, process, caller.now);
  await record(tx, process, caller.now, caller.person, 'process.digest', { ...digest });
  return nextDigestAt(process, caller.now);
}
