/** What is stored about a person, and forgetting them (GDPR Art. 15, 17). */

import type { Caller, ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import type { ProcessId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Identity } from '../../../ports/store/people.ts';
import type { Tx } from '../../../ports/store.ts';
import { changeTask } from '../../task/acts/change.ts';

export interface StoredData {
  readonly identities: readonly Identity[];
  readonly linked: boolean;
  readonly groups: number;
  readonly tasks: number;
  readonly contributions: number;
  readonly votes: number;
}

/** In every process there is: who has left one, or has seen its end, is still remembered there. */
export async function storedData(tx: Tx, { person }: Pick<Caller, 'person'>): Promise<StoredData> {
  const sum = { groups: 0, tasks: 0, contributions: 0, votes: 0 };
  for (const { id } of await tx.processes.all()) {
    sum.groups += (await tx.groups.ofPerson(id, person.id)).length;
    sum.tasks += (await tx.tasks.list(id, { assignee: person.id })).length;
    sum.contributions += (await tx.rounds.contributionsOf(id, person.id)).length;
    sum.votes += await ballotsOf(tx, id, person);
  }
  const linked = (await tx.links.ofPerson(person.id)).length > 0;
  return { identities: await tx.people.identities(person.id), linked, ...sum };
}

/** Also where they took their ballot back: what they did stays in the log. */
async function ballotsOf(tx: Tx, process: ProcessId, person: Person): Promise<number> {
  let count = 0;
  for (const vote of await tx.votes.ofProcess(process)) {
    const ballots = await tx.votes.ballots(vote.id);
    if (ballots.some((ballot) => ballot.castBy === person.id)) count += 1;
  }
  return count;
}

/** Tasks of somebody who is gone wait for somebody else. */
async function leaveTasks(tx: Tx, caller: ProcessCaller): Promise<void> {
  const open = await tx.tasks.list(caller.process.id, { assignee: caller.person.id, state: 'open' });
  for (const task of open) {
    await changeTask(tx, caller, task, { verb: 'leave', fields: { assigneeId: null, acceptedAt: null } });
  }
}

/**
 * Forgets name, accounts and settings. Decisions, ballots and contributions stay without a name.
 * @throws Refusal `me.lastCoordinator`: nobody would run the process.
 */
export async function forgetMe(tx: Tx, caller: Caller): Promise<void> {
  const { person, now } = caller;
  const processes = await tx.processes.ofPerson(person.id);
  for (const process of processes) {
    const coordinators = await tx.processes.coordinators(process.id);
    if (coordinators.includes(person.id) && coordinators.length === 1) refuse('me.lastCoordinator');
  }
  for (const process of processes) {
    for (const group of await tx.groups.ofPerson(process.id, person.id))
      await tx.groups.removeMember(group.id, person.id);
    await record(tx, process, now, person, 'person.erase', {});
  }
  // Also where they belong to no group any more.
  for (const process of await tx.processes.active()) await leaveTasks(tx, { ...caller, process });
  await tx.people.erase(person.id, now);
}
