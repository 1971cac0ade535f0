/** Two memberships in one group become one when their accounts are linked, and two again when they part. */

import type { PersonId } from '../ids.ts';
import { MEMBER_ROLES, type Membership } from './group.ts';

export type MembershipPart = Pick<Membership, 'personId' | 'role' | 'deputyOf' | 'kind' | 'organisation'>;
type Terms = Omit<MembershipPart, 'personId'>;

/** The weightier role, with what is known of kind and organisation. Nobody is their own deputy. */
export function sharedMembership(kept: MembershipPart, added: MembershipPart): Terms {
  const both: readonly (PersonId | null)[] = [kept.personId, added.personId];
  const possible = [kept, added].filter(({ deputyOf }) => deputyOf === null || !both.includes(deputyOf));
  const { role, deputyOf } = possible.toSorted((a, b) => rank(a) - rank(b))[0] ?? { role: 'expert', deputyOf: null };
  return { role, deputyOf, kind: kept.kind ?? added.kind, organisation: kept.organisation ?? added.organisation };
}

/**
 * Both as they were before. What the group has changed meanwhile stays changed, and nobody comes out of it with a weightier
 * role than the group has left them.
 */
export function partedMembership(
  kept: MembershipPart,
  added: MembershipPart,
  now: Terms,
): { readonly kept: Terms; readonly added: Terms } {
  const shared = sharedMembership(kept, added);
  const untouched = shared.role === now.role && shared.deputyOf === now.deputyOf;
  const own = untouched ? kept : now;
  const theirs = untouched || rank(added) >= rank(now) ? added : now;
  return {
    kept: {
      role: own.role,
      deputyOf: own.deputyOf,
      kind: shared.kind === now.kind ? kept.kind : now.kind,
      organisation: shared.organisation === now.organisation ? kept.organisation : now.organisation,
    },
    added: {
      role: theirs.role,
      deputyOf: theirs.deputyOf,
      kind: added.kind,
      organisation: added.organisation,
    },
  };
}

/** The roles are listed from the weightiest on. */
function rank({ role }: Pick<Membership, 'role'>): number {
  return MEMBER_ROLES.indexOf(role);
}
