/** Gives a work result a new text: a new version, and a draft again. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { requireMember } from '../../../acting/rights.ts';
import { refuse } from '../../../domain/failure.ts';
import type { ShortId } from '../../../domain/labels.ts';
import { resultId } from '../../../domain/labels.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import type { Tx } from '../../../ports/store.ts';
import { namedResult } from '../read/meant.ts';
import { refreshResultCard } from './refresh.ts';

/**
 * What lies before the steering group, or was adopted by it, keeps its words.
 * @throws Refusal `result.unknown`, `who.member`, `result.editSubmitted`, `result.editAdopted`, `result.sameText`
 */
export async function editResult(
  tx: Tx,
  caller: ProcessCaller,
  input: { readonly ref: ShortId; readonly text: string },
): Promise<WorkResult> {
  const result = await namedResult(tx, caller, input.ref);
  const id = resultId(result);
  await requireMember(tx, caller, result.groupId);
  if (result.state === 'submitted') refuse('result.editSubmitted', { id });
  if (result.state === 'adopted') refuse('result.editAdopted', { id });
  if (result.text === input.text) refuse('result.sameText', { id });
  const edited = await tx.results.edit(result.id, result.title, input.text, caller.person.id, caller.now);
  await tx.results.update(result.id, { state: 'draft', settledAt: null });
  const fact = await record(tx, caller.process, caller.now, caller.person, 'result.edit', {
    result: id,
    version: edited.version,
  });
  await refreshResultCard(tx, fact, result);
  return { ...edited, state: 'draft', settledAt: null };
}
