/** Steering group and working groups, and who belongs to them in which role. */
import type { GroupId, PersonId, ProcessId, RoomId } from '../ids.ts';
import type { StakeholderKind } from '../person/stakeholder.ts';

export type GroupKind = 'steering' | 'working';

export interface Group {
  readonly id: GroupId;
  readonly processId: ProcessId;
  readonly kind: GroupKind;
  readonly name: string;
  /** The action field a working group works on, in the words it was given. */
  readonly field: string | null;
  readonly roomId: RoomId | null;
  readonly archivedAt: Date | null;
}

/** From the weightiest on. An expert may speak but has no vote; a deputy is tied to one seat. */
export const MEMBER_ROLES = ['chair', 'lead', 'member', 'deputy', 'expert'] as const;

export type MemberRole = (typeof MEMBER_ROLES)[number];

export interface Membership {
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly role: MemberRole;
  /** The member whose seat a deputy may take; null for every other role. */
  readonly deputyOf: PersonId | null;
  readonly kind: StakeholderKind | null;
  readonly organisation: string | null;
}

/** Roles that hold a seat with a ballot in the steering group. */
export function holdsSeat(membership: Pick<Membership, 'role'>): boolean {
  return membership.role === 'chair' || membership.role === 'lead' || membership.role === 'member';
}
