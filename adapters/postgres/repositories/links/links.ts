/** Links of accounts. */
import type { Links } from '../../../../src/ports/store/links.ts';
import type { LateWrites } from '../../late.ts';
import type { Db } from '../../tables/tables.ts';
import { joinDirect, partDirect } from './direct.ts';
import { joinIdentities, partIdentities } from './identities.ts';
import type { Joint } from './joint.ts';
import { joinMemberships, partMemberships } from './memberships.ts';
import { moveAll, moveBack } from './moves.ts';

const LINK = ['id', 'person_id as personId', 'added_id as addedId'] as const;

export function createLinks(db: Db, late: LateWrites): Links {
  const select = db.selectFrom('mitwirk.links').select(LINK);

  return {
    async join(person, added, at) {
      // Messages to both move with them, also those of this transaction.
      await late.flush();
      const { id: link } = await db
        .insertInto('mitwirk.links')
        .values({ person_id: person, added_id: added, linked_at: at })
        .returning('id')
        .executeTakeFirstOrThrow();
      const joint: Joint = { link, person, added };
      await joinMemberships(db, joint);
      await moveAll(db, joint);
      await joinDirect(db, joint);
      await joinIdentities(db, joint);
      return link;
    },
    async undo(id) {
      await late.flush();
      const row = await db
        .selectFrom('mitwirk.links')
        .select(['person_id', 'added_id', 'linked_at'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const joint: Joint = { link: id, person: row.person_id, added: row.added_id };
      await moveBack(db, joint);
      await partDirect(db, joint, row.linked_at);
      await partMemberships(db, joint);
      await partIdentities(db, joint);
      await db.deleteFrom('mitwirk.links').where('id', '=', id).execute();
    },
    byId: async (id) => (await select.where('id', '=', id).forUpdate().executeTakeFirst()) ?? null,
    ofPerson: (person) => select.where('person_id', '=', person).orderBy('id').execute(),
    async ofAccount({ personId, platform }) {
      const by = db
        .selectFrom('mitwirk.identities')
        .select('link_id')
        .where('person_id', '=', personId)
        .where('platform', '=', platform);
      return (await select.where('id', 'in', by.$castTo<{ link_id: never }>()).executeTakeFirst()) ?? null;
    },
  };
}
