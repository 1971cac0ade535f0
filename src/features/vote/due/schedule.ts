/** Registers what happens to a vote by itself: two reminders and the close. */

import { businessCalendarOf, type Process } from '../../../domain/process/process.ts';
import { closesAt, halfTimeReminderAt, lastCallAt } from '../../../domain/time/deadline.ts';
import type { DueKind } from '../../../domain/time/due.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Tx } from '../../../ports/store.ts';

type Scheduled = Pick<AdoptionVote, 'id' | 'openedAt' | 'deadline'>;

export async function scheduleVote(tx: Pick<Tx, 'due'>, process: Process, vote: Scheduled): Promise<void> {
  const { openedAt, deadline } = vote;
  const calendar = businessCalendarOf(process);
  await register(tx, process, vote, [
    ['vote.halfTime', halfTimeReminderAt(openedAt, deadline, process.zone, calendar)],
    ['vote.lastCall', lastCallAt(openedAt, deadline, process.zone, calendar)],
    ['vote.close', closesAt(deadline, process.zone)],
  ]);
}

/** After an extension, of which the room is told at once: only the last call and the close come again. */
export async function rescheduleVote(tx: Pick<Tx, 'due'>, process: Process, vote: Scheduled, now: Date): Promise<void> {
  await tx.due.cancel('vote.', [vote.id]);
  await register(tx, process, vote, [
    ['vote.lastCall', lastCallAt(now, vote.deadline, process.zone, businessCalendarOf(process))],
    ['vote.close', closesAt(vote.deadline, process.zone)],
  ]);
}

async function register(
  tx: Pick<Tx, 'due'>,
  process: Process,
  vote: Scheduled,
  plan: readonly (readonly [DueKind, Date | null])[],
): Promise<void> {
  const work = plan.flatMap(([kind, at]) => (at ? [{ kind, processId: process.id, objectId: vote.id, at }] : []));
  await tx.due.register(work);
}
