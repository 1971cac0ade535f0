/** A doubt about a clock is over: those who were told learn it in the same place. */

import { BOT, record } from '../../../acting/record.ts';
import type { ProcessId } from '../../../domain/ids.ts';
import type { ClockDoubt, Ending } from '../../../domain/time/clockDoubt.ts';
import type { Store, Tx } from '../../../ports/store.ts';
import { clockBelievedCard } from '../cards/doubt.ts';
import { repairEarly } from './early.ts';
import { tellCoordinators } from './tell.ts';

/** Process by process, and the doubt ends last: what is cut off is taken up again by whoever looks next. */
export async function settleDoubt(store: Store, doubt: ClockDoubt, how: Ending, now: Date): Promise<void> {
  const open = await store.transaction((tx) => tx.clocks.doubts());
  const waiting = open.find(({ id }) => id === doubt.id)?.told ?? [];
  for (const process of waiting) await store.transaction((tx) => settleFor(tx, doubt, process, how, now));
  await store.transaction((tx) => tx.clocks.end(doubt.id));
}

async function settleFor(tx: Tx, doubt: ClockDoubt, id: ProcessId, how: Ending, now: Date): Promise<void> {
  const process = await tx.processes.lock(id);
  if (!process || !(await tx.clocks.settle(doubt.id, id))) return;
  const fact = await record(tx, process, now, BOT, 'clock.settle', { doubt: doubt.id, how });
  if (how !== 'jumpedAgain') await repairEarly(tx, fact);
  await tellCoordinators(tx, fact, doubt, (say) => clockBelievedCard(say, how));
}
