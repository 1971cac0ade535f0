/** Makes a space a process's, so that a fresh room in it belongs there at once, and lets it go. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Space } from '../../../domain/process/space.ts';
import type { Tx } from '../../../ports/store.ts';

/** False when it belonged to the process before. @throws Refusal `space.taken` */
export async function bindSpace(tx: Tx, { process, now, person }: ProcessCaller, space: Space): Promise<boolean> {
  if (space.processId === process.id) return false;
  const owner = await tx.spaces.bind(space.id, process.id);
  if (owner !== process.id) {
    refuse('space.taken', { name: space.name, process: (await tx.processes.byId(owner))?.name ?? '' });
  }
  await record(tx, process, now, person, 'process.space', { space: space.id });
  return true;
}

/** Its groups stay as they are. */
export async function unbindSpace(tx: Tx, { process, now, person }: ProcessCaller, space: Space): Promise<void> {
  await tx.spaces.unbind(space.id);
  await record(tx, process, now, person, 'process.unbind', { space: space.id });
}
