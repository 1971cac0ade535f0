/** Registers what falls due in a round: its reminders and its end. */

import { businessCalendarOf, type Process } from '../../../domain/process/process.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import { closesAt, halfTimeReminderAt, lastCallAt } from '../../../domain/time/deadline.ts';
import type { DueKind } from '../../../domain/time/due.ts';
import type { Tx } from '../../../ports/store.ts';

/** `from`: when the round was opened or reopened. */
export async function scheduleRound(
  tx: Pick<Tx, 'due'>,
  process: Process,
  round: Pick<InputRound, 'id' | 'deadline'>,
  from: Date,
): Promise<void> {
  const calendar = businessCalendarOf(process);
  const due: readonly (readonly [DueKind, Date | null])[] = [
    ['round.halfTime', halfTimeReminderAt(from, round.deadline, process.zone, calendar)],
    ['round.lastCall', lastCallAt(from, round.deadline, process.zone, calendar)],
    ['round.close', closesAt(round.deadline, process.zone)],
  ];
  const base = { processId: process.id, objectId: round.id };
  await tx.due.register(due.flatMap(([kind, at]) => (at ? [{ ...base, kind, at }] : [])));
}

export async function unscheduleRound(tx: Pick<Tx, 'due'>, round: Pick<InputRound, 'id'>): Promise<void> {
  await tx.due.cancel('round.', [round.id]);
}
