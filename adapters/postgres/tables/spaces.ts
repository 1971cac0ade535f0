/** Containers of rooms. */
import type { ProcessId, SpaceId } from '../../../src/domain/ids.ts';
import type { Identity } from '../columns.ts';

export interface SpacesTable {
  id: Identity<SpaceId>;
  platform: string;
  external_id: string;
  name: string;
  process_id: ProcessId | null;
  in_sight: boolean;
}

export interface SpaceRoomsTable {
  space_id: SpaceId;
  external_id: string;
  position: number;
  name: string | null;
  address: string | null;
  inside: boolean;
}
