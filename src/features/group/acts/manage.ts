/** Renames a group, and lets it end. */

import type { GroupCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import { roundId } from '../../../domain/labels.ts';
import type { Tx } from '../../../ports/store.ts';

/** @throws Refusal `group.nameTaken` */
export async function renameGroup(tx: Tx, caller: GroupCaller, name: string): Promise<void> {
  const others = (await tx.groups.ofProcess(caller.process.id)).filter((group) => group.id !== caller.group.id);
  if (others.some((group) => group.name === name)) refuse('group.nameTaken', { name });
  await tx.groups.update(caller.group.id, { name });
  await record(tx, caller.process, caller.now, caller.person, 'group.rename', { group: caller.group.id });
}

/** Its room is free for another group afterwards. @throws Refusal `group.hasOpenVotes`, `group.hasOpenRounds` */
export async function archiveGroup(tx: Tx, caller: GroupCaller): Promise<void> {
  const votes = await tx.votes.openIn(caller.group.id);
  if (votes.length > 0) refuse('group.hasOpenVotes', { count: votes.length });
  const [round, ...more] = await tx.rounds.openIn(caller.group.id);
  // Its summary would have no room to go to.
  if (round) refuse('group.hasOpenRounds', { ids: [round, ...more].map(roundId).join(', '), id: roundId(round) });
  await tx.groups.update(caller.group.id, { archivedAt: caller.now, roomId: null });
  if (caller.group.roomId !== null) await tx.rooms.bind(caller.group.roomId, null);
  await record(tx, caller.process, caller.now, caller.person, 'group.archive', { group: caller.group.id });
}
