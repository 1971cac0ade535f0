/** A container of rooms, on platforms that have such a thing: a Matrix space, for example. */
import type { ProcessId, SpaceId } from '../ids.ts';

export interface Space {
  readonly id: SpaceId;
  readonly platform: string;
  /** The platform's own id, opaque to everyone but its adapter. */
  readonly externalId: string;
  readonly name: string;
  /** The process its rooms belong to where they belong to none themselves. */
  readonly processId: ProcessId | null;
  /** False while the bot is not in it: then nothing is known of its rooms. */
  readonly inSight: boolean;
}

/** A room as its space shows it. */
export interface RoomInSpace {
  readonly externalId: string;
  /** Null where the bot is not let see it. */
  readonly name: string | null;
  /** Where a click leads into the room; null where the platform has no such addresses. */
  readonly address: string | null;
  /** The bot is in it. */
  readonly inside: boolean;
}

/** A space as its platform shows it now, with the rooms of the spaces within it. */
export interface SpaceInSight extends Pick<Space, 'externalId' | 'name'> {
  readonly rooms: readonly RoomInSpace[];
}

/** A room of a space, and who lives there. */
export interface PlacedRoom extends RoomInSpace {
  readonly processId: ProcessId | null;
  readonly group: string | null;
}
