/** A platform adapter's memory in the database. */
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { PlatformMemory } from '../../src/ports/platformMemory.ts';
import { connect } from './connection.ts';

/** Ages are those of the database's own clock: nobody moves it. */
export function createPlatformMemory(pool: Pool, platform: string): PlatformMemory {
  const db = connect(pool);
  const table = 'mitwirk.platform_memory';
  return {
    async get(key) {
      const row = db.selectFrom(table).select('value').where('platform', '=', platform).where('key', '=', key);
      return (await row.executeTakeFirst())?.value ?? null;
    },
    async set(key, value, about) {
      const row = { value, about: about ?? null, set_at: sql<Date>`now()` };
      await db
        .insertInto(table)
        .values({ platform, key, ...row })
        .onConflict((conflict) => conflict.columns(['platform', 'key']).doUpdateSet(row))
        .execute();
    },
    async remove(key) {
      await db.deleteFrom(table).where('platform', '=', platform).where('key', '=', key).execute();
    },
    list: (prefix) =>
      db
        .selectFrom(table)
        .select(['key', 'value'])
        .where('platform', '=', platform)
        .where(sql<boolean>`starts_with(key, ${prefix})`)
        .orderBy('key')
        .execute(),
    async forgetOlder(prefix, days) {
      await db
        .deleteFrom(table)
        .where('platform', '=', platform)
        .where(sql<boolean>`starts_with(key, ${prefix})`)
        .where('set_at', '<', sql<Date>`now() - make_interval(days => ${days}::int)`)
        .execute();
    },
  };
}
