/** The state of a whole process in figures. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import type { Group, Membership } from '../../../domain/group/group.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Tx } from '../../../ports/store.ts';

export interface ProcessOverview {
  readonly coordinators: readonly PersonId[];
  readonly groups: readonly { readonly group: Group; readonly members: readonly Membership[] }[];
  readonly openTasks: number;
  readonly openRounds: number;
  readonly openVotes: number;
  readonly auditHead: string;
}

export async function processOverview(tx: Tx, { process }: Pick<ProcessCaller, 'process'>): Promise<ProcessOverview> {
  const groups = await tx.groups.ofProcess(process.id);
  const withMembers = [];
  for (const group of groups) withMembers.push({ group, members: await tx.groups.members(group.id) });
  return {
    coordinators: await tx.processes.coordinators(process.id),
    groups: withMembers,
    openTasks: (await tx.tasks.list(process.id, { state: 'open' })).length,
    openRounds: (await tx.rounds.ofProcess(process.id)).filter((round) => round.state === 'open').length,
    openVotes: (await tx.votes.ofProcess(process.id)).filter((vote) => vote.state === 'open').length,
    auditHead: await tx.audit.head(process.id),
  };
}
