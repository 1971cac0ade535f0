/** Makes a room a group's: the steering group's, or a working group's. */

import { postToGroup } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { namesOf } from '../../../acting/names.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Group } from '../../../domain/group/group.ts';
import type { Tx } from '../../../ports/store.ts';
import { groupCard } from '../cards/group.ts';

export type NewGroup = Pick<Group, 'kind' | 'name' | 'field'>;

/** @throws Refusal `group.roomTaken`, `group.steeringExists`, `group.nameTaken` */
export async function foundGroup(tx: Tx, caller: ProcessCaller, input: NewGroup): Promise<Group> {
  const { process, room } = caller;
  const here = await tx.groups.ofRoom(room.id);
  if (here) refuse('group.roomTaken', { name: here.name });
  const groups = await tx.groups.ofProcess(process.id);
  const steering = groups.find((group) => group.kind === 'steering');
  if (input.kind === 'steering' && steering) refuse('group.steeringExists', { name: steering.name });
  if (groups.some((group) => group.name === input.name)) refuse('group.nameTaken', { name: input.name });
  const group = await tx.groups.create({ ...input, processId: process.id, roomId: room.id });
  await tx.rooms.bind(room.id, process.id);
  const fact = await record(tx, process, caller.now, caller.person, 'group.found', {
    group: group.id,
    kind: group.kind,
  });
  const names = await namesOf(tx, []);
  await postToGroup(tx, fact, group, null, (say) => groupCard(say, { group, members: [], names, fresh: true }));
  return group;
}
