/** Sends the weekly digest when its time has come, and registers the next one with it. */
import type { DueItem } from '../../domain/due.ts';
import type { Process } from '../../domain/process.ts';
import type { Tx } from '../../ports/store.ts';
import { BOT } from '../record.ts';
import { scheduleDigest } from './schedule.ts';
import { sendDigest } from './send.ts';

/** After a standstill several may have fallen due: one digest tells it all. */
export async function digestDue(tx: Tx, process: Process, _items: readonly DueItem[], now: Date): Promise<void> {
  await sendDigest(tx, process, now, BOT);
  await scheduleDigest(tx, process, now);
}
