import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Membership } from '../../../../src/domain/group/group.ts';
import type { ContributionId, GroupId, PersonId, RoundId } from '../../../../src/domain/ids.ts';
import { STAKEHOLDER_KINDS, type StakeholderKind } from '../../../../src/domain/person/stakeholder.ts';
import type { Contribution } from '../../../../src/domain/round/inputRound.ts';
import { participationOf, unheardKinds } from '../../../../src/domain/round/participation.ts';

const AT = new Date('2027-01-11T08:00:00Z');

function member(person: number, kind: StakeholderKind | null): Membership {
  return {
    groupId: 1 as GroupId,
    personId: person as PersonId,
    role: 'member',
    deputyOf: null,
    kind,
    organisation: null,
  };
}

function contribution(number: number, person: number, change: Partial<Contribution> = {}): Contribution {
  return {
    id: number as ContributionId,
    roundId: 1 as RoundId,
    number,
    personId: person as PersonId,
    behalfOf: null,
    kind: null,
    text: 'text',
    createdAt: AT,
    editedAt: null,
    withdrawnAt: null,
    ...change,
  };
}

describe('participation in a round', () => {
  const members = [member(1, 'administration'), member(2, 'education'), member(3, 'education'), member(4, null)];

  test('counts people, not contributions, and withdrawn ones not at all', () => {
    const given = [contribution(1, 2), contribution(2, 2), contribution(3, 1, { withdrawnAt: AT })];

    const { answered, invited, silent, standing } = participationOf(members, given);

    expect({ answered, invited, silent, standing: standing.map((c) => c.number) }).toEqual({
      answered: 1,
      invited: 4,
      silent: [1, 3, 4],
      standing: [1, 2],
    });
  });

  test('words recorded for somebody else do not answer for the member who recorded them', () => {
    const { answered, standing } = participationOf(members, [contribution(1, 1, { behalfOf: 'Elternbeirat' })]);

    expect([answered, standing.length]).toEqual([0, 1]);
  });

  test('lists the kinds of the members, the unknown one last, and names those nobody was heard of', () => {
    const participation = participationOf(members, [contribution(1, 3), contribution(2, 4)]);

    expect(participation.byKind).toEqual([
      { kind: 'education', answered: 1, invited: 2 },
      { kind: 'administration', answered: 0, invited: 1 },
      { kind: null, answered: 1, invited: 1 },
    ]);
    expect(unheardKinds(participation)).toEqual(['administration']);
  });

  test('every member has answered or is silent, and the kinds add up to the members', () => {
    const person = fc.integer({ min: 1, max: 8 });
    const someMembers = fc.uniqueArray(fc.tuple(person, fc.constantFrom(...STAKEHOLDER_KINDS, null)), {
      selector: ([id]) => id,
    });
    fc.assert(
      fc.property(someMembers, fc.array(fc.tuple(person, fc.boolean(), fc.boolean())), (who, given) => {
        const contributions = given.map(([id, withdrawn, behalf], index) =>
          contribution(index + 1, id, { withdrawnAt: withdrawn ? AT : null, behalfOf: behalf ? 'somebody' : null }),
        );

        const all = participationOf(
          who.map(([id, kind]) => member(id, kind)),
          contributions,
        );

        expect(all.answered + all.silent.length).toBe(all.invited);
        expect(all.byKind.reduce((sum, share) => sum + share.invited, 0)).toBe(all.invited);
        expect(all.byKind.reduce((sum, share) => sum + share.answered, 0)).toBe(all.answered);
      }),
    );
  });
});
