/** What the digest says about work results: drafted, submitted and settled in its window. */
import type { Process } from '../../../domain/process/process.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import type { Tx } from '../../../ports/store.ts';

export interface ResultFacts {
  readonly drafted: readonly WorkResult[];
  /** Also those that were settled or withdrawn since. */
  readonly submitted: readonly WorkResult[];
  /** Adopted, rejected or withdrawn. */
  readonly settled: readonly WorkResult[];
}

/** By number, events in [from, to). */
export async function resultFacts(
  tx: Pick<Tx, 'results'>,
  process: Pick<Process, 'id'>,
  from: Date,
  to: Date,
): Promise<ResultFacts> {
  const results = await tx.results.list(process.id, {});
  const within = (at: Date | null) => at !== null && at >= from && at < to;
  return {
    drafted: results.filter((result) => within(result.createdAt)),
    submitted: results.filter((result) => within(result.submittedAt)),
    settled: results.filter((result) => within(result.settledAt)),
  };
}
