/** Does what is due in one process, in one transaction. */

import type { ProcessId } from '../domain/ids.ts';
import type { Process } from '../domain/process/process.ts';
import { type DueItem, REPORTED_AFTER, retryAfterMs } from '../domain/time/due.ts';
import { type Bundle, bundlesOf } from '../domain/time/dueOrder.ts';
import { reportFailing } from '../features/process/due/failing.ts';
import type { Tx } from '../ports/store.ts';
import { doApart, type Outcome } from './apart.ts';
import { dueHandlerOf } from './dueHandlers.ts';
import { newReference } from './fault.ts';
import { databaseTime, type Gate } from './gate.ts';

/** What could not be done now. */
export interface Undone extends Outcome<DueItem> {
  /** Under which the log and the coordination are told of it. */
  readonly reference: string;
  /** Why the coordination could not be told. */
  readonly untold: { readonly error: unknown } | null;
}

/**
 * Claims all that is due in the process and does it in its order. What fails is put off alone; the coordination is told
 * of what goes on failing. Null: others hold the process, for longer than `lockPatienceMs`, or it is too early by the
 * database's clock.
 */
export async function doDueOf(
  tx: Tx,
  id: ProcessId,
  now: Date,
  gate: Gate,
  lockPatienceMs: number,
): Promise<Undone | null> {
  const process = await tx.processes.tryLock(id, lockPatienceMs);
  const database = process && (await databaseTime(tx, gate));
  if (!process || database === 'tooEarly') return null;
  const items = await tx.due.claim(id, now);
  const outcomes: Outcome<DueItem>[] = [];
  // What is due in an archived process counts as done.
  const bundles = process.archivedAt === null ? bundlesOf(items) : [];
  for (const bundle of bundles) outcomes.push(await doBundle(tx, process, bundle, { now, database }));
  const undone = {
    failed: outcomes.flatMap(({ failed }) => failed),
    untried: outcomes.flatMap(({ untried }) => untried),
    reference: newReference(),
  };
  return { ...undone, untold: await putOff(tx, process, undone, now) };
}

function doBundle(
  tx: Tx,
  process: Process,
  { subject, items }: Bundle,
  { now, database }: { readonly now: Date; readonly database: Date | null },
): Promise<Outcome<DueItem>> {
  const undo = new Error('only tried');
  return doApart(items, async (part, keep) => {
    const fault = await tx.attempt(async () => {
      await dueHandlerOf(subject)(tx, process, part, now, database);
      if (!keep) throw undo;
    });
    return fault?.error === undo ? null : fault;
  });
}

async function putOff(
  tx: Tx,
  process: Process,
  { failed, untried, reference }: Omit<Undone, 'untold'>,
  now: Date,
): Promise<Undone['untold']> {
  await tx.due.giveBack(untried.map(({ id }) => id));
  await tx.due.postpone(
    failed.map(({ item: { id, failures } }) => ({ id, until: new Date(now.getTime() + retryAfterMs(failures + 1)) })),
  );
  const lasting = failed.flatMap(({ item }) => (item.failures + 1 === REPORTED_AFTER ? [item] : []));
  return lasting.length === 0 ? null : tx.attempt(() => reportFailing(tx, process, lasting, reference, now));
}
