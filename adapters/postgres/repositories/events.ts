/** Inbound events that were handled. */
import { sql } from 'kysely';
import type { Card } from '../../../src/message/model.ts';
import { EventHandled, type Events } from '../../../src/ports/store/work.ts';
import { jsonText } from '../columns.ts';
import type { LateWrites } from '../late.ts';
import type { Db } from '../tables/tables.ts';

interface Noted {
  readonly platform: string;
  readonly key: string;
  readonly at: Date;
  readonly answer: Card | null;
}

export function createEvents(db: Db): Events & LateWrites {
  let noted: readonly Noted[] = [];
  const known = (platform: string, key: string) =>
    db.selectFrom('mitwirk.events').select('answer').where('platform', '=', platform).where('key', '=', key);

  return {
    async flush() {
      const events = noted;
      noted = [];
      if (events.length > 0) await write(db, events);
    },
    mark() {
      const before = noted;
      return () => {
        noted = before;
      };
    },
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
    async note(platform, key, at, answer) {
      noted = [...noted, { platform, key, at, answer }];
    },
    async answer(platform, key) {
      const row = await known(platform, key).executeTakeFirst();
      return row?.answer ?? null;
    },
  };
}

/** Waits for whoever is handling one of them too. @throws EventHandled when that one has done it */
async function write(db: Db, events: readonly Noted[]): Promise<void> {
  const written = await db
    .insertInto('mitwirk.events')
    .columns(['platform', 'key', 'begun_at', 'answer'])
    .expression(
      sql`select platform, key, at, nullif(answer, 'null'::jsonb)
        from json_to_recordset(${jsonText(events)}::json) as event (platform text, key text, at timestamptz, answer jsonb)
        -- In one order: two transactions may have the same events.
        order by platform, key`,
    )
    .onConflict((conflict) => conflict.columns(['platform', 'key']).doNothing())
    .returning('key')
    .execute();
  if (written.length < events.length) throw new EventHandled();
}
