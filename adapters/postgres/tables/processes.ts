/** Processes, their coordinators and counters, and their groups. */
import type { Group, Membership } from '../../../src/domain/group.ts';
import type { GroupId, PersonId, ProcessId, RoomId } from '../../../src/domain/ids.ts';
import type { Process } from '../../../src/domain/process.ts';
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
