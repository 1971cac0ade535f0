/** Puts a new work result down as a draft, in front of the whole group. */

import { postToGroup } from '../../../acting/announce.ts';
import type { GroupCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { requireMember } from '../../../acting/rights.ts';
import { resultId } from '../../../domain/labels.ts';
import type { ResultKind, WorkResult } from '../../../domain/result/workResult.ts';
import { resultTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { resultCard } from '../cards/resultCard.ts';
import { viewOf } from './refresh.ts';

export interface NewResult {
  readonly kind: ResultKind;
  readonly title: string;
  /** Empty: it will be written later, before it can be submitted. */
  readonly text: string;
}

/** @throws Refusal `who.member` */
export async function draftResult(tx: Tx, caller: GroupCaller, input: NewResult): Promise<WorkResult> {
  const { process, group, person, now } = caller;
  await requireMember(tx, caller, group.id);
  const result = await tx.results.create({
    ...input,
    processId: process.id,
    groupId: group.id,
    number: await tx.processes.nextNumber(process.id, 'result'),
    createdBy: person.id,
    createdAt: now,
  });
  const fact = await record(tx, process, now, person, 'result.draft', {
    result: resultId(result),
    kind: result.kind,
    group: group.id,
  });
  const view = await viewOf(tx, result);
  await postToGroup(tx, fact, group, resultTopic(result), (say) => resultCard(say, view));
  return result;
}
