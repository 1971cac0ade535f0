/** Requests to link identities. */
import type { LinkRequest, Links } from '../../../src/ports/store/links.ts';
import type { Db } from '../tables/tables.ts';
import { mergePeople, sharedOpenVotes } from './mergePeople.ts';

const REQUEST = ['person_id as personId', 'code', 'asked_at as askedAt', 'claimed_by as claimedBy'] as const;

export function createLinks(db: Db): Links {
  const select = db.selectFrom('mitwirk.link_requests').select(REQUEST);

  return {
    async ask({ personId, code, askedAt }) {
      const row = { code, asked_at: askedAt, claimed_by: null };
      await db
        .insertInto('mitwirk.link_requests')
        .values({ person_id: personId, ...row })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
        .execute();
    },
    byCode: async (code): Promise<LinkRequest | null> =>
      (await select.where('code', '=', code).forUpdate().executeTakeFirst()) ?? null,
    ofPerson: async (person): Promise<LinkRequest | null> =>
      (await select.where('person_id', '=', person).forUpdate().executeTakeFirst()) ?? null,
    async claim(code, by) {
      await db.updateTable('mitwirk.link_requests').set({ claimed_by: by }).where('code', '=', code).execute();
    },
    async remove(person) {
      await db.deleteFrom('mitwirk.link_requests').where('person_id', '=', person).execute();
    },
    merge: (kept, gone) => mergePeople(db, kept, gone),
    sharedOpenVotes: (one, other) => sharedOpenVotes(db, one, other),
  };
}
