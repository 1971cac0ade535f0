/** When the weekly digest goes out: one registered at a time, the next one by the wall clock of the process. */

import type { Process } from '../../../domain/process/process.ts';
import { addDays, instantOf, localDateOf, weekdayOf } from '../../../domain/time/calendar.ts';
import type { Tx } from '../../../ports/store.ts';

/** Registers the first digest after `now` in place of the one registered so far, also after its time was changed. */
export async function scheduleDigest(
  tx: Pick<Tx, 'due'>,
  process: Pick<Process, 'id' | 'digest' | 'zone'>,
  now: Date,
): Promise<void> {
  await tx.due.cancel('digest', [process.id]);
  await tx.due.register([
    { kind: 'digest', processId: process.id, objectId: process.id, at: nextDigestAt(process, now) },
  ]);
}

/** The first time after `now` at which clocks in the process's zone show its weekday and time: 08:00 stays 08:00 over clock changes. */
export function nextDigestAt({ digest, zone }: Pick<Process, 'digest' | 'zone'>, now: Date): Date {
  const today = localDateOf(now, zone);
  const ahead = (digest.weekday - weekdayOf(today) + 7) % 7;
  const at = instantOf(addDays(today, ahead), digest.time, zone);
  return at > now ? at : instantOf(addDays(today, ahead + 7), digest.time, zone);
}
