/** What rests on the time now is not decided while the clock is doubted. */
import { refuse } from '../../../domain/failure.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Tx } from '../../../ports/store.ts';

/** @throws Refusal `clock.doubted` until the clocks agree again or the process has confirmed */
export async function checkClock(tx: Pick<Tx, 'clocks'>, { id }: Pick<Process, 'id'>): Promise<void> {
  const doubts = await tx.clocks.doubts();
  if (doubts.some(({ confirmed }) => !confirmed.includes(id))) refuse('clock.doubted');
}
