/** Says what a work result answers: a measure serves a goal, a goal answers a finding. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { requireMember } from '../../../acting/rights.ts';
import { refuse } from '../../../domain/failure.ts';
import type { ShortId } from '../../../domain/labels.ts';
import { resultId } from '../../../domain/labels.ts';
import { LINKS_TO, type WorkResult } from '../../../domain/result/workResult.ts';
import type { Tx } from '../../../ports/store.ts';
import { listOf } from '../../../text/lists.ts';
import { wordFor } from '../../../text/words.ts';
import { namedResult } from '../read/meant.ts';
import { refreshResultCard } from './refresh.ts';

export interface Link {
  readonly from: WorkResult;
  readonly to: WorkResult;
}

/**
 * The link belongs to the group of `from`. What was adopted keeps its links, except that new ones may point at it.
 * @throws Refusal `result.unknown`, `who.member`, `result.linkSelf`, `result.linkKind`, `result.linkFixed`, `result.linkedAlready`
 */
export async function linkResults(
  tx: Tx,
  caller: ProcessCaller,
  input: { readonly from: ShortId; readonly to: ShortId },
): Promise<Link> {
  const from = await namedResult(tx, caller, input.from);
  const to = await namedResult(tx, caller, input.to);
  await requireMember(tx, caller, from.groupId);
  checkFit(caller.locale, from, to);
  const ids = { from: resultId(from), to: resultId(to) };
  if (from.state === 'submitted' || from.state === 'adopted') refuse('result.linkFixed', { id: ids.from });
  if (!(await tx.results.link(from.id, to.id))) refuse('result.linkedAlready', ids);
  const fact = await record(tx, caller.process, caller.now, caller.person, 'result.link', ids);
  await refreshResultCard(tx, fact, from);
  await refreshResultCard(tx, fact, to);
  return { from, to };
}

function checkFit(locale: string, from: WorkResult, to: WorkResult): void {
  if (from.id === to.id) refuse('result.linkSelf', { id: resultId(from) });
  const fitting = LINKS_TO[from.kind];
  if (fitting.includes(to.kind)) return;
  const names = fitting.map((kind) => wordFor(locale, `resultKind.${kind}`));
  refuse('result.linkKind', {
    from: resultId(from),
    kind: wordFor(locale, `resultKind.${from.kind}`),
    to: resultId(to),
    other: wordFor(locale, `resultKind.${to.kind}`),
    fitting: listOf(locale, names, 'disjunction'),
  });
}
