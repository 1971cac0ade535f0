/** Inbound events that were handled. */
import type { Events } from '../../../src/ports/store/work.ts';
import { jsonText } from '../columns.ts';
import type { Db } from '../tables/tables.ts';

export function createEvents(db: Db): Events {
  const known = (platform: string, key: string) =>
    db.selectFrom('mitwirk.events').select('answer').where('platform', '=', platform).where('key', '=', key);

  return {
    async begin(platform, key, at) {
      // The unique key makes the insertion wait for another transaction that inserts the same.
      const begun = await db
        .insertInto('mitwirk.events')
        .values({ platform, key, begun_at: at, answer: null })
        .onConflict((conflict) => conflict.columns(['platform', 'key']).doNothing())
        .returning('key')
        .executeTakeFirst();
      return begun !== undefined;
    },
    async handled(platform, key) {
      return (await known(platform, key).executeTakeFirst()) !== undefined;
    },
    async setAnswer(platform, key, answer) {
      // As `begin` left it.
      if (!answer) return;
      await db
        .updateTable('mitwirk.events')
        .set({ answer: jsonText(answer) })
        .where('platform', '=', platform)
        .where('key', '=', key)
        .execute();
    },
    async answer(platform, key) {
      const row = await known(platform, key).executeTakeFirst();
      return row?.answer ?? null;
    },
  };
}
