/** Which work result is meant. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import type { Tx } from '../../../ports/store.ts';

/** @throws Refusal `result.unknown` */
export async function namedResult(
  tx: Pick<Tx, 'results'>,
  caller: ProcessCaller,
  ref: Pick<ShortId, 'number'>,
): Promise<WorkResult> {
  const result = await tx.results.byNumber(caller.process.id, ref.number);
  return result ?? refuse('result.unknown', { id: shortId('result', ref.number) });
}
