/** The contract of groups and their members. */
import { expect, test } from '@jest/globals';
import type { Membership } from '../../../src/domain/group/group.ts';
import type { GroupId, PersonId } from '../../../src/domain/ids.ts';
import { later, makeGroup, makePerson, makeProcess, makeRoom, storeSuite } from './scene.ts';

function membership(groupId: GroupId, personId: PersonId, change: Partial<Membership> = {}): Membership {
  return { groupId, personId, role: 'member', deputyOf: null, kind: null, organisation: null, ...change };
}

storeSuite('groups', (transact) => {
  test('a group is found as it was created, and in its room until it is archived', async () => {
    await transact(async (tx) => {
      const { id: processId } = await makeProcess(tx);
      const room = await makeRoom(tx);
      const group = await tx.groups.create({
        processId,
        kind: 'working',
        name: 'AG',
        field: 'Wohnen',
        roomId: room.id,
      });

      expect(group).toMatchObject({ processId, field: 'Wohnen', roomId: room.id, archivedAt: null });
      expect(await tx.groups.byId(group.id)).toEqual(group);
      expect(await tx.groups.ofRoom(room.id)).toEqual(group);

      await tx.groups.update(group.id, { archivedAt: later(1) });
      expect(await tx.groups.ofRoom(room.id)).toBeNull();
      expect(await tx.groups.byId(group.id)).toEqual({ ...group, archivedAt: later(1) });
    });
  });

  test('the steering group comes first, then the others by name as German readers sort it', async () => {
    await transact(async (tx) => {
      const { id: processId } = await makeProcess(tx);
      for (const name of ['Zusammenleben', 'Arbeit', 'Ämter', 'bildung']) await makeGroup(tx, processId, name);
      await tx.groups.create({ processId, kind: 'steering', name: 'Steuerung', field: null, roomId: null });
      const archived = await makeGroup(tx, processId, 'Aufgelöst');
      await tx.groups.update(archived.id, { archivedAt: later(1) });

      const groups = await tx.groups.ofProcess(processId);

      expect(groups.map(({ name }) => name)).toEqual(['Steuerung', 'Ämter', 'Arbeit', 'bildung', 'Zusammenleben']);
    });
  });

  test('a change touches only what it names', async () => {
    await transact(async (tx) => {
      const { id: processId } = await makeProcess(tx);
      const group = await makeGroup(tx, processId, 'Alt');

      await tx.groups.update(group.id, { name: 'Neu' });
      await tx.groups.update(group.id, { field: null });
      await tx.groups.update(group.id, {});

      expect(await tx.groups.byId(group.id)).toEqual({ ...group, name: 'Neu', field: null });
    });
  });

  test('members stay in the order in which they came, also when their role changes', async () => {
    await transact(async (tx) => {
      const group = await makeGroup(tx, (await makeProcess(tx)).id);
      const [a, b] = [await makePerson(tx), await makePerson(tx)];
      await tx.groups.setMember(membership(group.id, b.id, { kind: 'education', organisation: 'Grundschule' }));
      await tx.groups.setMember(membership(group.id, a.id, { role: 'deputy', deputyOf: b.id }));

      await tx.groups.setMember(membership(group.id, b.id, { role: 'lead' }));

      const members = await tx.groups.members(group.id);
      expect(members).toEqual([
        membership(group.id, b.id, { role: 'lead' }),
        membership(group.id, a.id, { role: 'deputy', deputyOf: b.id }),
      ]);
      expect(await tx.groups.membership(group.id, a.id)).toEqual(members[1]);
    });
  });

  test('who is removed is no member any more', async () => {
    await transact(async (tx) => {
      const group = await makeGroup(tx, (await makeProcess(tx)).id);
      const [stays, goes] = [await makePerson(tx), await makePerson(tx)];
      await tx.groups.setMember(membership(group.id, stays.id));
      await tx.groups.setMember(membership(group.id, goes.id));

      await tx.groups.removeMember(group.id, goes.id);

      expect(await tx.groups.members(group.id)).toEqual([membership(group.id, stays.id)]);
      expect(await tx.groups.membership(group.id, goes.id)).toBeNull();
    });
  });

  test('a person finds the groups they belong to in this process', async () => {
    await transact(async (tx) => {
      const [here, there] = [await makeProcess(tx), await makeProcess(tx)];
      const person = await makePerson(tx);
      const mine = await makeGroup(tx, here.id, 'Meine');
      await makeGroup(tx, here.id, 'Andere');
      const elsewhere = await makeGroup(tx, there.id, 'Dort');
      const archived = await makeGroup(tx, here.id, 'Aufgelöst');
      for (const { id } of [mine, elsewhere, archived]) await tx.groups.setMember(membership(id, person.id));
      await tx.groups.update(archived.id, { archivedAt: later(1) });

      expect(await tx.groups.ofPerson(here.id, person.id)).toEqual([mine]);
    });
  });
});
