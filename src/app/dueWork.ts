/** Does what is due, process by process: each in one transaction, all of it done and told of, or nothing. */
import type { ProcessId } from '../domain/ids.ts';
import type { Log } from '../ports/log.ts';
import { type Store, StoreUnavailable } from '../ports/store.ts';
import { doDueOf, type Undone } from './dueOfProcess.ts';
import { type Gate, lets, OPEN } from './gate.ts';
import { createPatience } from './patience.ts';

/** So long the turn of a process is waited for that commands or another replica held at first; in milliseconds. */
const LOCK_PATIENCE_MS = 1_000;
/** What was left because others still held its process is looked at again after so long. */
const LEFT_AGAIN_MS = 2_000;
/** And where the work of a process failed as a whole, which somebody has to mend. */
const FAILED_AGAIN_MS = 60_000;

/**
 * Everything due at `now` that the clocks let through, beginning with the process that has waited longest. One that others hold is passed over; when
 * all others are done, its turn is waited for, in the same queue in which commands wait. A fault of the store is waited
 * out a little, and the same work repeated whole.
 * @returns in how many milliseconds to look again because something due had to be left; null: nothing was
 * @throws StoreUnavailable when the store's fault does not pass
 */
export async function doDueWork(store: Store, now: Date, log: Log, gate: Gate = OPEN): Promise<number | null> {
  const patiently = createPatience();
  let againMs: number | null = null;

  /** Gives those of which something is left. */
  async function pass(processes: readonly ProcessId[], lockPatienceMs: number): Promise<readonly ProcessId[]> {
    const left: ProcessId[] = [];
    for (const id of processes) {
      try {
        const undone = await patiently(() => store.transaction((tx) => doDueOf(tx, id, now, gate, lockPatienceMs)));
        if (!undone || undone.untried.length > 0) left.push(id);
        if (undone) logFailed(log, id, undone);
      } catch (error) {
        if (error instanceof StoreUnavailable) throw error;
        log.error('due work of a process failed', error, { process: id });
        againMs = FAILED_AGAIN_MS;
      }
    }
    return left;
  }

  const waiting = await patiently(() => store.transaction((tx) => tx.due.processes(now)));
  const processes = waiting.filter((id) => lets(gate, id));
  const left = await pass(await pass(processes, 0), LOCK_PATIENCE_MS);
  return left.length > 0 ? LEFT_AGAIN_MS : againMs;
}

function logFailed(log: Log, process: ProcessId, { failed, reference, untold }: Undone): void {
  for (const { item, error } of failed) {
    log.error('due work failed', error, {
      process,
      kind: item.kind,
      object: item.objectId,
      failures: item.failures + 1,
      reference,
    });
  }
  if (untold) log.error('nobody was told of due work that fails', untold.error, { process, reference });
}
