/** Plans anew what is still to come when the zone or the holidays of a process have changed; what has been said is not said again. */

import { businessCalendarOf, type Process } from '../../../domain/process/process.ts';
import { contactAtOrAfter } from '../../../domain/time/contactTime.ts';
import { closesAt, type Deadline, lastCallAt } from '../../../domain/time/deadline.ts';
import type { Tx } from '../../../ports/store.ts';
import { scheduleDigest } from '../../digest/due/schedule.ts';
import { isAsked, reschedule } from '../../task/due/schedule.ts';

/** `process` as it is from now on. */
export async function replan(tx: Tx, process: Process, now: Date): Promise<void> {
  await scheduleDigest(tx, process, now);
  const planned = [];
  for (const task of await tx.tasks.list(process.id, { state: 'open' }))
    planned.push({ task, changes: isAsked(task) ? await tx.tasks.changes(task.id) : [] });
  await reschedule(tx, process, planned, now);
  const rounds = await tx.rounds.ofProcess(process.id);
  for (const round of rounds) if (round.state === 'open') await moveEnd(tx, process, 'round', round, now);
  for (const { vote } of await tx.votes.openFiles(process.id)) await moveEnd(tx, process, 'vote', vote, now);
}

/** Its end always, or it would never come where clocks are behind the former ones; of the reminders those not yet sent. */
async function moveEnd(
  tx: Pick<Tx, 'due'>,
  process: Process,
  subject: 'round' | 'vote',
  { id, deadline }: { readonly id: number; readonly deadline: Deadline },
  now: Date,
): Promise<void> {
  const { zone } = process;
  const calendar = businessCalendarOf(process);
  const base = { processId: process.id, objectId: id };
  const halfTime = await tx.due.pending(`${subject}.halfTime`, id);
  const lastCall = await tx.due.pending(`${subject}.lastCall`, id);
  await tx.due.cancel(`${subject}.`, [id]);
  await tx.due.register([
    ...halfTime.map(({ kind, at }) => ({ ...base, kind, at: contactAtOrAfter(at, zone, calendar) })),
    ...lastCall.map(({ kind }) => ({ ...base, kind, at: lastCallAt(now, deadline, zone, calendar) ?? now })),
    { ...base, kind: `${subject}.close`, at: closesAt(deadline, zone) },
  ]);
}
