/** People, their platform identities, and the rooms they meet in. */
import type { LinkId, PersonId, ProcessId, QuestionId, RoomId } from '../../../src/domain/ids.ts';
import type { Room } from '../../../src/domain/process/room.ts';
import type { Question } from '../../../src/ports/store/questions.ts';
import type { Day, Identity, Json } from '../columns.ts';

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
  origin: string;
  handle: string;
  handle_folded: string;
  /** The display name last seen there, so that only a changed one is taken over. */
  name: string;
  /** By which the account came to the person; null where it is the person's own. */
  link_id: LinkId | null;
}

export interface QuestionsTable {
  id: Identity<QuestionId>;
  person_id: PersonId;
  room_id: RoomId;
  deed: Json<Question['deed']>;
  asked_at: Date;
}

export interface RoomsTable {
  id: Identity<RoomId>;
  platform: string;
  external_id: string;
  kind: Room['kind'];
  name: string;
  process_id: ProcessId | null;
  /** In a direct chat, the one of several that its person has chosen. */
  chosen_id: ProcessId | null;
  lost_at: Date | null;
}
