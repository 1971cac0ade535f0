/** Sends the weekly digest when its time has come, and registers the next one with it. */

import { BOT } from '../../../acting/record.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { DueItem } from '../../../domain/time/due.ts';
import type { Tx } from '../../../ports/store.ts';
import { sendDigest } from '../acts/send.ts';
import { scheduleDigest } from './schedule.ts';

/** After a standstill several may have fallen due: one digest tells it all. */
export async function digestDue(tx: Tx, process: Process, _items: readonly DueItem[], now: Date): Promise<void> {
  await sendDigest(tx, process, now, BOT);
  await scheduleDigest(tx, process, now);
}
