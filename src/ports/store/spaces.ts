/** Containers of rooms, and the processes they belong to. */
import type { ProcessId, SpaceId } from '../../domain/ids.ts';
import type { PlacedRoom, Space, SpaceInSight } from '../../domain/process/space.ts';

export interface Spaces {
  /** Takes over all that the platform shows now. What is not among it is forgotten; of what belongs to a process, only the rooms. */
  see(platform: string, spaces: readonly SpaceInSight[]): Promise<void>;
  /** Those in which the room lies, by name. */
  around(platform: string, externalRoomId: string): Promise<readonly Space[]>;
  /** Those that belong to the process, also out of sight, and those in which a room of it lies, by name. */
  ofProcess(platform: string, process: ProcessId): Promise<readonly Space[]>;
  /** Its rooms in the order in which the platform shows them. */
  rooms(id: SpaceId): Promise<readonly PlacedRoom[]>;
  /** Gives the process it belongs to from now on: another one where that came first. */
  bind(id: SpaceId, process: ProcessId): Promise<ProcessId>;
  unbind(id: SpaceId): Promise<void>;
  /** No space belongs to the process any more. */
  release(process: ProcessId): Promise<void>;
  /** The platform has replaced a space by another: what the first belonged to is what the second belongs to from now on. */
  move(platform: string, fromExternalId: string, toExternalId: string): Promise<void>;
}
