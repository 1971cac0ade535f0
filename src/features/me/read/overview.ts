/** What waits for one person: open tasks, votes without their ballot, rounds without their contribution. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import type { Group, Membership } from '../../../domain/group/group.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Tx } from '../../../ports/store.ts';

export interface MyOverview {
  readonly tasks: readonly Task[];
  readonly votes: readonly AdoptionVote[];
  readonly rounds: readonly InputRound[];
  readonly groups: readonly { readonly group: Group; readonly membership: Membership | null }[];
}

export async function myOverview(
  tx: Tx,
  { process, person }: Pick<ProcessCaller, 'process' | 'person'>,
): Promise<MyOverview> {
  const groups = [];
  const rounds: InputRound[] = [];
  for (const group of await tx.groups.ofPerson(process.id, person.id)) {
    groups.push({ group, membership: await tx.groups.membership(group.id, person.id) });
    for (const round of await tx.rounds.openIn(group.id)) {
      const given = await tx.rounds.contributions(round.id);
      if (!given.some((one) => one.personId === person.id && one.withdrawnAt === null)) rounds.push(round);
    }
  }
  return {
    tasks: await tx.tasks.list(process.id, { assignee: person.id, state: 'open' }),
    votes: await tx.votes.waitingFor(process.id, person.id),
    rounds,
    groups,
  };
}
