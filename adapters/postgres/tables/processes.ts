/** Processes, their coordinators and counters, and their groups. */
import type { Group, Membership } from '../../../src/domain/group/group.ts';
import type { Invitation } from '../../../src/domain/group/invitation.ts';
import type { GroupId, InvitationId, PersonId, ProcessId, RoomId } from '../../../src/domain/ids.ts';
import type { Process } from '../../../src/domain/process/process.ts';
import type { Identity, TimeOfDay } from '../columns.ts';

export interface ProcessesTable {
  id: Identity<ProcessId>;
  name: string;
  region: Process['region'];
  zone: string;
  locale: string;
  digest_weekday: Process['digest']['weekday'];
  digest_time: TimeOfDay;
  vote_profile: Process['voteProfile'];
  polls: boolean;
  example: boolean;
  created_at: Date;
  archived_at: Date | null;
  last_digest_at: Date | null;
}

export interface CoordinatorsTable {
  id: Identity<number>;
  process_id: ProcessId;
  person_id: PersonId;
}

export interface CountersTable {
  process_id: ProcessId;
  name: string;
  value: number;
}

export interface GroupsTable {
  id: Identity<GroupId>;
  process_id: ProcessId;
  kind: Group['kind'];
  name: string;
  field: string | null;
  room_id: RoomId | null;
  archived_at: Date | null;
}

export interface MembershipsTable {
  id: Identity<number>;
  group_id: GroupId;
  person_id: PersonId;
  role: Membership['role'];
  deputy_of: PersonId | null;
  kind: Membership['kind'];
  organisation: string | null;
}

export interface GuestsTable {
  id: Identity<number>;
  process_id: ProcessId;
  person_id: PersonId;
}

/** A view of all who take part in active processes; somebody may be in it more than once. */
export interface ParticipantsView {
  process_id: ProcessId;
  person_id: PersonId;
  /** As a member of a group or as coordinator; otherwise they were let into a room. */
  belongs: boolean;
}

export interface InvitationsTable {
  id: Identity<InvitationId>;
  process_id: ProcessId;
  group_id: GroupId;
  person_id: PersonId;
  invited_by: PersonId;
  role: Invitation['role'];
  deputy_of: PersonId | null;
  kind: Invitation['kind'];
  organisation: string | null;
  invited_at: Date;
  state: Invitation['state'];
  answered_at: Date | null;
}
