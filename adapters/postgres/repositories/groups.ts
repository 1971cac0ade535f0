/** Groups and their members. */
import type { Groups } from '../../../src/ports/store/groups.ts';
import { isEmpty } from '../change.ts';
import { GROUP, inOrder, MEMBERSHIP } from '../rows/group.ts';
import type { Db } from '../tables/tables.ts';

export function createGroups(db: Db): Groups {
  const select = db.selectFrom('mitwirk.groups').select(GROUP);
  const present = select.where('archived_at', 'is', null);
  const memberships = db.selectFrom('mitwirk.memberships').select(MEMBERSHIP);

  return {
    create({ processId, kind, name, field, roomId }) {
      return db
        .insertInto('mitwirk.groups')
        .values({ process_id: processId, kind, name, field, room_id: roomId })
        .returning(GROUP)
        .executeTakeFirstOrThrow();
    },
    async byId(id) {
      return (await select.where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async ofRoom(room) {
      return (await present.where('room_id', '=', room).executeTakeFirst()) ?? null;
    },
    async ofProcess(process) {
      return inOrder(await present.where('process_id', '=', process).execute());
    },
    async ofPerson(process, person) {
      const joined = db.selectFrom('mitwirk.memberships').select('group_id').where('person_id', '=', person);
      return inOrder(await present.where('process_id', '=', process).where('id', 'in', joined).execute());
    },
    async update(id, change) {
      if (isEmpty(change)) return;
      const { name, field, roomId, archivedAt } = change;
      await db
        .updateTable('mitwirk.groups')
        .set({ name, field, room_id: roomId, archived_at: archivedAt })
        .where('id', '=', id)
        .execute();
    },
    members(id) {
      return memberships.where('group_id', '=', id).orderBy('id').execute();
    },
    async membership(id, person) {
      const row = await memberships.where('group_id', '=', id).where('person_id', '=', person).executeTakeFirst();
      return row ?? null;
    },
    async setMember({ groupId, personId, role, deputyOf, kind, organisation }) {
      const given = { role, deputy_of: deputyOf, kind, organisation };
      await db
        .insertInto('mitwirk.memberships')
        .values({ group_id: groupId, person_id: personId, ...given })
        .onConflict((conflict) => conflict.columns(['group_id', 'person_id']).doUpdateSet(given))
        .execute();
    },
    async removeMember(id, person) {
      await db.deleteFrom('mitwirk.memberships').where('group_id', '=', id).where('person_id', '=', person).execute();
    },
  };
}
