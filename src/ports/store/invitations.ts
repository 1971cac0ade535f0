/** People from elsewhere who were asked to join a group. */

import type { Invitation } from '../../domain/group/invitation.ts';
import type { GroupId, InvitationId, PersonId } from '../../domain/ids.ts';

export interface Invitations {
  create(invitation: Omit<Invitation, 'id' | 'state' | 'answeredAt'>): Promise<Invitation>;
  /** To this person, oldest first, answered ones too. */
  ofPerson(person: PersonId): Promise<readonly Invitation[]>;
  /** The newest one to this person for this group. */
  latest(group: GroupId, person: PersonId): Promise<Invitation | null>;
  answer(id: InvitationId, state: Exclude<Invitation['state'], 'open'>, at: Date): Promise<void>;
}
