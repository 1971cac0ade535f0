/** Somebody from elsewhere is asked to join a group: they belong to it only once they have agreed. */

import type { InvitationId, PersonId, ProcessId } from '../ids.ts';
import type { Membership } from './group.ts';

export interface Invitation extends Membership {
  readonly id: InvitationId;
  readonly processId: ProcessId;
  readonly invitedBy: PersonId;
  readonly invitedAt: Date;
  readonly state: 'open' | 'agreed' | 'declined' | 'withdrawn';
  /** Null while it is open. */
  readonly answeredAt: Date | null;
}

const DAY_MS = 86_400_000;

/** What was asked longer ago than this is not answered any more, and may be asked anew; as long, a No is a No. */
export const INVITATION_DAYS = 30;

export function isOpen({ state, invitedAt }: Invitation, now: Date): boolean {
  return state === 'open' && now.getTime() - invitedAt.getTime() <= INVITATION_DAYS * DAY_MS;
}

/** They have said No, and are not to be asked again so soon. */
export function isRefused({ state, answeredAt }: Invitation, now: Date): boolean {
  return (
    state === 'declined' && answeredAt !== null && now.getTime() - answeredAt.getTime() <= INVITATION_DAYS * DAY_MS
  );
}
