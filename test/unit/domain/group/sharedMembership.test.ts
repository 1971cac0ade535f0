/** Two memberships of one group become one and two again, exactly; and never more than the group has left them. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MEMBER_ROLES } from '../../../../src/domain/group/group.ts';
import {
  type MembershipPart,
  partedMembership,
  sharedMembership,
} from '../../../../src/domain/group/sharedMembership.ts';
import type { PersonId } from '../../../../src/domain/ids.ts';

const KEPT = 1 as PersonId;
const ADDED = 2 as PersonId;
const OTHERS = [KEPT, ADDED, 3 as PersonId, 4 as PersonId];

function membership(personId: PersonId): fc.Arbitrary<MembershipPart> {
  return fc
    .record({
      role: fc.constantFrom(...MEMBER_ROLES),
      deputyOf: fc.constantFrom(...OTHERS.filter((id) => id !== personId)),
      kind: fc.constantFrom(null, 'administration', 'education'),
      organisation: fc.constantFrom(null, 'Rathaus', 'Verein'),
    })
    .map(({ deputyOf, role, kind, organisation }) => ({
      personId,
      role,
      deputyOf: role === 'deputy' ? deputyOf : null,
      kind: kind as MembershipPart['kind'],
      organisation,
    }));
}

const kept = membership(KEPT);
const added = membership(ADDED);
const rank = ({ role }: Pick<MembershipPart, 'role'>) => MEMBER_ROLES.indexOf(role);
const terms = ({ role, deputyOf, kind, organisation }: MembershipPart) => ({ role, deputyOf, kind, organisation });

test('what nobody has touched is parted into what it was', () => {
  fc.assert(
    fc.property(kept, added, (one, other) => {
      expect(partedMembership(one, other, sharedMembership(one, other))).toEqual({
        kept: terms(one),
        added: terms(other),
      });
    }),
  );
});

test('the shared one is nobody’s own deputy, and weighs no more than the weightier of both', () => {
  fc.assert(
    fc.property(kept, added, (one, other) => {
      const shared = sharedMembership(one, other);
      expect([KEPT, ADDED]).not.toContain(shared.deputyOf);
      expect(rank(shared)).toBeGreaterThanOrEqual(Math.min(rank(one), rank(other)));
    }),
  );
});

test('what the group has changed meanwhile stays, and nobody parts with a weightier role than that', () => {
  fc.assert(
    fc.property(kept, added, membership(KEPT), (one, other, changed) => {
      fc.pre(changed.deputyOf !== ADDED);
      const shared = sharedMembership(one, other);
      fc.pre(changed.role !== shared.role);
      const parted = partedMembership(one, other, terms(changed));
      expect(parted.kept.role).toBe(changed.role);
      expect(rank(parted.added)).toBeGreaterThanOrEqual(rank(changed));
    }),
  );
});
