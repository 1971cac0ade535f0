/** People, their platform identities, and the rooms they meet in. */
import type { LinkId, PersonId, ProcessId, RoomId } from '../../../src/domain/ids.ts';
import type { Room } from '../../../src/domain/room.ts';
import type { Day, Identity } from '../columns.ts';

export interface PeopleTable {
  id: Identity<PersonId>;
  token: string;
  name: string;
  name_folded: string;
  locale: string | null;
  zone: string | null;
  absent_from: Day<null>;
  absent_to: Day<null>;
  absence_deputy_id: PersonId | null;
  reminders: boolean;
  erased_at: Date | null;
  /** The person this one turned out to be. */
  merged_into: PersonId | null;
}

export interface IdentitiesTable {
  id: Identity<number>;
  platform: string;
  external_id: string;
  person_id: PersonId;
  handle: string;
  handle_folded: string;
  /** The display name last seen there, so that only a changed one is taken over. */
  name: string;
  /** By which the account came to the person; null where it is the person's own. */
  link_id: LinkId | null;
}

export interface RoomsTable {
  id: Identity<RoomId>;
  platform: string;
  external_id: string;
  kind: Room['kind'];
  name: string;
  process_id: ProcessId | null;
  lost_at: Date | null;
}
