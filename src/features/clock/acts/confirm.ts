/** The coordination confirms what the clock shows; what is due in its process is done again. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import type { ClockDoubt } from '../../../domain/time/clockDoubt.ts';
import type { Tx } from '../../../ports/store.ts';
import { clockConfirmedCard } from '../cards/doubt.ts';
import { repairEarly } from './early.ts';
import { tellCoordinators } from './tell.ts';

/** `number` as the message gives it; empty: the only doubt. @throws Refusal `clock.noDoubt`, `clock.otherDoubt`, `clock.which`, `clock.confirmedBefore` */
export async function confirmClock(tx: Tx, caller: ProcessCaller, number: string): Promise<ClockDoubt> {
  const { process, person, now } = caller;
  const doubt = doubtMeant(await tx.clocks.doubts(), number);
  if (!(await tx.clocks.confirm(doubt.id, process.id))) refuse('clock.confirmedBefore');
  const { id, shown, expected } = doubt;
  const fact = await record(tx, process, now, person, 'clock.confirm', { doubt: id, shown, expected });
  await repairEarly(tx, fact);
  await tellCoordinators(tx, fact, doubt, (say) => clockConfirmedCard(say, process, doubt, 'told'));
  return doubt;
}

function doubtMeant(open: readonly ClockDoubt[], number: string): ClockDoubt {
  const [first] = open;
  if (!first) return refuse('clock.noDoubt');
  if (number !== '')
    return open.find(({ id }) => `${id}` === number) ?? refuse('clock.otherDoubt', { number: first.id });
  return open.length === 1
    ? first
    : refuse('clock.which', { numbers: open.map(({ id }) => id).join(', '), number: first.id });
}
