/** Writes down that a clock is not believed, and tells whoever coordinates, once. */

import { BOT, record } from '../../../acting/record.ts';
import type { ProcessId } from '../../../domain/ids.ts';
import { type ClockDoubt, isSameDoubt } from '../../../domain/time/clockDoubt.ts';
import type { Discord } from '../../../domain/time/clockTrust.ts';
import type { Store, Tx } from '../../../ports/store.ts';
import { clockDoubtCard } from '../cards/doubt.ts';
import { tellCoordinators } from './tell.ts';

export interface Held {
  readonly doubt: ClockDoubt;
  /** Some process has not confirmed what the clock shows, or there is none that could. */
  readonly waiting: boolean;
}

/** Machines whose clocks are wrong in the same way share a doubt, and so do a process and the one started after it. */
export async function doubtClock(store: Store, wall: number, discord: Discord, databaseNow: Date): Promise<Held> {
  const { doubt, untold, waiting } = await store.transaction(async (tx) => {
    const open = await tx.clocks.lockDoubts();
    const found =
      open.find((one) => isSameDoubt(one, wall, discord)) ??
      (await tx.clocks.raise({ ...newDoubt(wall, discord), lookedAt: databaseNow }));
    await tx.clocks.lookAgain(found.id, databaseNow);
    const active = (await tx.processes.active()).map(({ id }) => id);
    const unconfirmed = active.filter((id) => !found.confirmed.includes(id));
    const untold = unconfirmed.filter((id) => !found.told.includes(id));
    return { doubt: found, untold, waiting: active.length === 0 || unconfirmed.length > 0 };
  });
  for (const process of untold) await store.transaction((tx) => tellOnce(tx, doubt, process));
  return { doubt, waiting };
}

function newDoubt(wall: number, { against, expected }: Discord) {
  return { against, shown: new Date(wall), expected: new Date(expected) };
}

async function tellOnce(tx: Tx, doubt: ClockDoubt, id: ProcessId): Promise<void> {
  const process = await tx.processes.lock(id);
  if (!process || !(await tx.clocks.tell(doubt.id, id))) return;
  // By the earlier of the two times, so that the message can leave by either.
  const at = new Date(Math.min(doubt.shown.getTime(), doubt.expected.getTime()));
  const { against, shown, expected } = doubt;
  const fact = await record(tx, process, at, BOT, 'clock.doubt', { doubt: doubt.id, against, shown, expected });
  await tellCoordinators(tx, fact, doubt, (say) => clockDoubtCard(say, process, doubt));
}
