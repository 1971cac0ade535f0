/** Requests to link accounts, and wrong guesses at their codes. */
import { sql } from 'kysely';
import type { LinkRequest, LinkRequests } from '../../../../src/ports/store/links.ts';
import type { Db } from '../../tables/tables.ts';

const REQUEST = [
  'id',
  'asker_id',
  'asker_platform',
  'typist_id',
  'typist_platform',
  'step',
  'since',
  'agreed_in as agreedIn',
] as const;

export function createLinkRequests(db: Db): LinkRequests {
  const locked = db.selectFrom('mitwirk.link_requests').select(REQUEST).forUpdate();
  type Row = Awaited<ReturnType<typeof locked.executeTakeFirstOrThrow>>;

  function toRequest(row: Row | undefined): LinkRequest | null {
    if (!row) return null;
    const { asker_id, asker_platform, typist_id, typist_platform, ...same } = row;
    const typed = typist_id !== null && typist_platform !== null;
    return {
      ...same,
      asker: { personId: asker_id, platform: asker_platform },
      typist: typed ? { personId: typist_id, platform: typist_platform } : null,
    };
  }

  return {
    async ask({ personId, platform }, code, at) {
      // Made anew, so that buttons of the earlier one lead nowhere.
      await db.deleteFrom('mitwirk.link_requests').where('asker_id', '=', personId).execute();
      await db
        .insertInto('mitwirk.link_requests')
        .values({ asker_id: personId, asker_platform: platform, code, step: 'shown', since: at })
        .execute();
    },
    byCode: async (code) => toRequest(await locked.where('code', '=', code).executeTakeFirst()),
    byId: async (id) => toRequest(await locked.where('id', '=', id).executeTakeFirst()),
    async claim(id, { personId, platform }, at) {
      await db
        .updateTable('mitwirk.link_requests')
        .set({ code: null, typist_id: personId, typist_platform: platform, step: 'typed', since: at })
        .where('id', '=', id)
        .execute();
    },
    async advance(id, step, at) {
      await db.updateTable('mitwirk.link_requests').set({ step, since: at }).where('id', '=', id).execute();
    },
    async agree(id, process) {
      await db
        .updateTable('mitwirk.link_requests')
        .set({ agreed_in: sql`array_append(agreed_in, ${process}::int)` })
        .where('id', '=', id)
        .execute();
    },
    async remove(id) {
      await db.deleteFrom('mitwirk.link_requests').where('id', '=', id).execute();
    },
    async noteGuess(person, at) {
      await db.insertInto('mitwirk.link_guesses').values({ person_id: person, guessed_at: at }).execute();
    },
    async guesses(person, since) {
      const { count } = await db
        .selectFrom('mitwirk.link_guesses')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('person_id', '=', person)
        .where('guessed_at', '>', since)
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}
