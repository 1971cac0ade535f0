/** People from elsewhere who were asked to join a group. */
import type { Invitations } from '../../../src/ports/store/invitations.ts';
import type { Db } from '../tables/tables.ts';

const INVITATION = [
  'id',
  'process_id as processId',
  'group_id as groupId',
  'person_id as personId',
  'invited_by as invitedBy',
  'role',
  'deputy_of as deputyOf',
  'kind',
  'organisation',
  'invited_at as invitedAt',
  'state',
  'answered_at as answeredAt',
] as const;

export function createInvitations(db: Db): Invitations {
  const select = db.selectFrom('mitwirk.invitations').select(INVITATION);

  return {
    create: ({ processId, groupId, personId, invitedBy, deputyOf, invitedAt, ...same }) =>
      db
        .insertInto('mitwirk.invitations')
        .values({
          ...same,
          process_id: processId,
          group_id: groupId,
          person_id: personId,
          invited_by: invitedBy,
          deputy_of: deputyOf,
          invited_at: invitedAt,
          state: 'open',
          answered_at: null,
        })
        .returning(INVITATION)
        .executeTakeFirstOrThrow(),
    ofPerson: (person) => select.where('person_id', '=', person).orderBy('id').execute(),
    async latest(group, person) {
      const all = select.where('group_id', '=', group).where('person_id', '=', person);
      return (await all.orderBy('id', 'desc').limit(1).executeTakeFirst()) ?? null;
    },
    async answer(id, state, at) {
      await db.updateTable('mitwirk.invitations').set({ state, answered_at: at }).where('id', '=', id).execute();
    },
  };
}
