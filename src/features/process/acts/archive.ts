/** Ends a process: nothing is deleted, nothing is reminded of any more. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import type { Tx } from '../../../ports/store.ts';

export async function archiveProcess(tx: Tx, caller: ProcessCaller): Promise<void> {
  await tx.rooms.release(caller.process.id);
  await tx.spaces.release(caller.process.id);
  await record(tx, caller.process, caller.now, caller.person, 'process.archive', {});
  await tx.processes.update(caller.process.id, { archivedAt: caller.now });
}
