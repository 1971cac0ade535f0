/** The steering group of a process, and who may preside over its votes. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Group } from '../../../domain/group/group.ts';
import type { GroupId } from '../../../domain/ids.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Tx } from '../../../ports/store.ts';

/** @throws Refusal `vote.noSteeringGroup` */
export async function steeringGroupOf(tx: Pick<Tx, 'groups'>, process: Pick<Process, 'id'>): Promise<Group> {
  const groups = await tx.groups.ofProcess(process.id);
  return groups.find((group) => group.kind === 'steering') ?? refuse('vote.noSteeringGroup');
}

/** Whether the person is the chair of the steering group, wherever they write from. */
export async function isChair(tx: Pick<Tx, 'groups'>, caller: ProcessCaller, group: GroupId): Promise<boolean> {
  return (await tx.groups.membership(group, caller.person.id))?.role === 'chair';
}

/** Chair or coordinator. */
export async function presides(tx: Pick<Tx, 'groups'>, caller: ProcessCaller, group: GroupId): Promise<boolean> {
  return caller.coordinator || (await isChair(tx, caller, group));
}

/** @throws Refusal `who.chair` */
export async function mustPreside(tx: Pick<Tx, 'groups'>, caller: ProcessCaller, group: GroupId): Promise<void> {
  if (!(await presides(tx, caller, group))) refuse('who.chair');
}

/** What a member decides for the own seat, and only the chair for someone else's: a coordinator without a seat never does. @throws Refusal `vote.onlyChair` */
export async function mustChair(tx: Pick<Tx, 'groups'>, caller: ProcessCaller, group: GroupId): Promise<void> {
  if (!(await isChair(tx, caller, group))) refuse('vote.onlyChair');
}
