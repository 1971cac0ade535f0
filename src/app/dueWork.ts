/** Does what is due: claims it in batches in the database and hands each kind to its use case. */

import type { DueItem } from '../domain/due.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Store, Tx } from '../ports/store.ts';
import { dueHandlerOf } from './dueHandlers.ts';
import { databaseTime, type Gate, OPEN } from './gate.ts';

/** More than fall due together in a town, so that everybody is told of theirs at once; and not so many that others wait long. */
const BATCH = 2_000;
/** After a fault, so much smaller batches are tried, down to one item. */
const SMALLER = 10;
/** After a fault, an item is tried again this much later, so that it does not hold up the others. */
const RETRY_MS = 5 * 60_000;

/** Everything due at `now`, in the order of its time. Each batch is one transaction: done and told of, or neither. */
export async function doDueWork(store: Store, now: Date, log: Log, gate: Gate = OPEN): Promise<void> {
  if (gate.processes) return;
  let limit = BATCH;
  for (;;) {
    try {
      const done = await store.transaction((tx) => doBatch(tx, now, limit, gate));
      if (done === 0) return;
    } catch (error) {
      if (limit === 1) await postponeFirst(store, now, log, error);
      limit = limit === 1 ? BATCH : Math.ceil(limit / SMALLER);
    }
  }
}

/** A faulty item is found by doing one at a time; it alone waits. */
async function postponeFirst(store: Store, now: Date, log: Log, error: unknown): Promise<void> {
  const [item] = await store.transaction((tx) => tx.due.postpone(now, new Date(now.getTime() + RETRY_MS)));
  log.error('due work failed', error, { kind: item?.kind, object: item?.objectId });
}

async function doBatch(tx: Tx, now: Date, limit: number, gate: Gate): Promise<number> {
  const database = await databaseTime(tx, gate);
  if (database === 'tooEarly') return 0;
  const items = await tx.due.claim(now, limit);
  for (const run of runsOf(items)) {
    const process = await tx.processes.lock(run.processId);
    if (process && process.archivedAt === null) await dueHandlerOf(run.subject)(tx, process, run.items, now, database);
  }
  return items.length;
}

interface Run {
  readonly processId: ProcessId;
  readonly subject: string;
  readonly items: DueItem[];
}

/** Neighbours of the same process and subject (`task`, `vote`) are handled together, without changing the order in a process. */
function runsOf(items: readonly DueItem[]): readonly Run[] {
  const runs: Run[] = [];
  for (const item of items.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.processId - b.processId)) {
    const subject = item.kind.split('.')[0] ?? item.kind;
    const last = runs.at(-1);
    if (last && last.processId === item.processId && last.subject === subject) last.items.push(item);
    else runs.push({ processId: item.processId, subject, items: [item] });
  }
  return runs;
}
