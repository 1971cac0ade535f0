/** Ends a process: nothing is deleted, nothing is reminded of any more. */
import type { Tx } from '../../ports/store.ts';
import type { ProcessCaller } from '../caller.ts';
import { record } from '../record.ts';

export async function archiveProcess(tx: Tx, caller: ProcessCaller): Promise<void> {
  for (const group of await tx.groups.ofProcess(caller.process.id)) {
    if (group.roomId !== null) await tx.rooms.bind(group.roomId, null);
  }
  if (caller.room.processId !== null) await tx.rooms.bind(caller.room.id, null);
  await record(tx, caller.process, caller.now, caller.person, 'process.archive', {});
  await tx.processes.update(caller.process.id, { archivedAt: caller.now });
}
