/** The rooms of a space, as the coordination of a process needs to know them. */
import type { ProcessId } from '../../../domain/ids.ts';
import type { PlacedRoom, Space } from '../../../domain/process/space.ts';
import type { Tx } from '../../../ports/store.ts';

export interface SpaceOverview {
  /** A group lives there. */
  readonly settled: readonly PlacedRoom[];
  /** The bot is there, and no group yet. */
  readonly free: readonly PlacedRoom[];
  /** The bot is not there. */
  readonly outside: readonly PlacedRoom[];
  /** How many belong to other processes, whose names and groups are nobody's business here. */
  readonly others: number;
  readonly hasSteering: boolean;
}

export async function spaceOverview(
  tx: Pick<Tx, 'spaces' | 'groups'>,
  process: ProcessId,
  space: Pick<Space, 'id'>,
): Promise<SpaceOverview> {
  const rooms = await tx.spaces.rooms(space.id);
  const ours = rooms.filter(({ processId }) => processId === null || processId === process);
  const inside = ours.filter((room) => room.inside);
  return {
    settled: inside.filter(({ group }) => group !== null),
    free: inside.filter(({ group }) => group === null),
    outside: ours.filter((room) => !room.inside),
    others: rooms.length - ours.length,
    hasSteering: (await tx.groups.ofProcess(process)).some(({ kind }) => kind === 'steering'),
  };
}
