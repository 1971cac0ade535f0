/** The rounds of a group, or of the whole process where no group lives, newest first. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import type { Tx } from '../../../ports/store.ts';
import { viewOf } from '../acts/refresh.ts';
import type { RoundView } from '../cards/roundCard.ts';

export async function listRounds(
  tx: Pick<Tx, 'groups' | 'rounds'>,
  caller: ProcessCaller,
): Promise<readonly RoundView[]> {
  const here = caller.room.kind === 'channel' ? caller.group : null;
  const views: RoundView[] = [];
  for (const round of await tx.rounds.ofProcess(caller.process.id)) {
    if (here === null || round.groupId === here.id) views.push(await viewOf(tx, caller.process, round));
  }
  return views;
}
