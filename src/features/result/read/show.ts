/** A work result with its links, the list of them, and how one came about. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { namesOf } from '../../../acting/names.ts';
import type { NameBook } from '../../../cards/build.ts';
import type { ShortId } from '../../../domain/labels.ts';
import type { ResultVersion, WorkResult } from '../../../domain/result/workResult.ts';
import type { Tx } from '../../../ports/store.ts';
import { viewOf } from '../acts/refresh.ts';
import type { ResultView } from '../cards/resultCard.ts';
import { namedResult } from './meant.ts';

/** @throws Refusal `result.unknown` */
export async function showResult(
  tx: Pick<Tx, 'groups' | 'results' | 'votes'>,
  caller: ProcessCaller,
  ref: Pick<ShortId, 'number'>,
): Promise<ResultView> {
  return viewOf(tx, await namedResult(tx, caller, ref));
}

/** Those of the group that lives in the room, otherwise all; by number. */
export async function listResults(tx: Pick<Tx, 'results'>, caller: ProcessCaller): Promise<readonly WorkResult[]> {
  const working = caller.room.kind === 'channel' && caller.group?.kind === 'working' ? caller.group : null;
  return tx.results.list(caller.process.id, working ? { group: working.id } : {});
}

export interface History {
  readonly result: WorkResult;
  /** Oldest first. */
  readonly versions: readonly ResultVersion[];
  readonly names: NameBook;
}

/** @throws Refusal `result.unknown` */
export async function historyOf(
  tx: Pick<Tx, 'people' | 'results'>,
  caller: ProcessCaller,
  ref: ShortId,
): Promise<History> {
  const result = await namedResult(tx, caller, ref);
  const versions = await tx.results.versions(result.id);
  return {
    result,
    versions,
    names: await namesOf(
      tx,
      versions.map((version) => version.by),
    ),
  };
}
