/** Hands a work result to the steering group. */

import { postToGroup, tell } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { requireLead } from '../../../acting/rights.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Group } from '../../../domain/group/group.ts';
import type { PersonId, ProcessId } from '../../../domain/ids.ts';
import type { ShortId } from '../../../domain/labels.ts';
import { resultId } from '../../../domain/labels.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import { submissionTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { submissionCard } from '../cards/submissionCard.ts';
import { submittedCard } from '../cards/submittedCard.ts';
import { namedResult } from '../read/meant.ts';
import { refreshResultCard, viewOf } from './refresh.ts';

/**
 * @throws Refusal `result.unknown`, `who.groupLead`, `result.submittedAlready`, `result.submitSettled`, `result.noText`,
 * `result.noSteering`
 */
export async function submitResult(tx: Tx, caller: ProcessCaller, ref: ShortId): Promise<WorkResult> {
  const { process, person, now } = caller;
  const result = await namedResult(tx, caller, ref);
  await requireLead(tx, caller, result.groupId);
  checkReady(result);
  const steering = await steeringGroup(tx, process.id);
  await tx.results.update(result.id, { state: 'submitted', submittedAt: now, settledAt: null });
  const submitted: WorkResult = { ...result, state: 'submitted', submittedAt: now, settledAt: null };
  const fact = await record(tx, process, now, person, 'result.submit', {
    result: resultId(result),
    version: result.version,
  });
  await refreshResultCard(tx, fact, submitted);
  const view = await viewOf(tx, submitted);
  await postToGroup(tx, fact, steering, submissionTopic(submitted, now), (say) => submissionCard(say, view));
  const openers = (await whoMayOpenVotes(tx, process.id, steering)).filter((id) => id !== person.id);
  await tell(
    tx,
    fact,
    openers.map((personId) => ({ personId, card: (say) => submittedCard(say, view) })),
  );
  return submitted;
}

function checkReady(result: WorkResult): void {
  const id = resultId(result);
  if (result.state === 'submitted') refuse('result.submittedAlready', { id });
  if (result.state === 'adopted' || result.state === 'rejected')
    refuse('result.submitSettled', { id, state: result.state });
  if (result.text === '') refuse('result.noText', { id });
}

async function steeringGroup(tx: Pick<Tx, 'groups'>, process: ProcessId): Promise<Group> {
  const groups = await tx.groups.ofProcess(process);
  return groups.find((group) => group.kind === 'steering') ?? refuse('result.noSteering');
}

async function whoMayOpenVotes(
  tx: Pick<Tx, 'groups' | 'processes'>,
  process: ProcessId,
  steering: Group,
): Promise<readonly PersonId[]> {
  const chairs = (await tx.groups.members(steering.id)).filter((member) => member.role === 'chair');
  return [...new Set([...chairs.map((member) => member.personId), ...(await tx.processes.coordinators(process))])];
}
