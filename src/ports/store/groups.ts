/** Groups and their members. */
import type { Group, Membership } from '../../domain/group/group.ts';
import type { GroupId, PersonId, ProcessId, RoomId } from '../../domain/ids.ts';

export interface Groups {
  create(group: Omit<Group, 'id' | 'archivedAt'>): Promise<Group>;
  byId(id: GroupId): Promise<Group | null>;
  /** The group, not archived, that lives in this room. */
  ofRoom(room: RoomId): Promise<Group | null>;
  /** Not archived; the steering group first, then by name. */
  ofProcess(process: ProcessId): Promise<readonly Group[]>;
  /** Groups of the process, not archived, to which the person belongs. */
  ofPerson(process: ProcessId, person: PersonId): Promise<readonly Group[]>;
  update(id: GroupId, change: Partial<Pick<Group, 'name' | 'field' | 'roomId' | 'archivedAt'>>): Promise<void>;
  /** In the order in which they were taken in. */
  members(id: GroupId): Promise<readonly Membership[]>;
  membership(id: GroupId, person: PersonId): Promise<Membership | null>;
  /** Takes a person in, or changes the role, kind and organisation of one who is in. */
  setMember(membership: Membership): Promise<void>;
  removeMember(id: GroupId, person: PersonId): Promise<void>;
}
