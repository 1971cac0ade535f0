/** Reads the participation in a round: its group's members against its contributions. */
import type { InputRound } from '../../../domain/round/inputRound.ts';
import { type Participation, participationOf } from '../../../domain/round/participation.ts';
import type { Tx } from '../../../ports/store.ts';

export async function participationIn(
  tx: Pick<Tx, 'groups' | 'rounds'>,
  round: Pick<InputRound, 'id' | 'groupId'>,
): Promise<Participation> {
  return participationOf(await tx.groups.members(round.groupId), await tx.rounds.contributions(round.id));
}
