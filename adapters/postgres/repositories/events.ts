/** Inbound events that were handled. */
import { sql } from 'kysely';
import type { Card } from '../../../src/message/model.ts';
import { EventHandled, type Events } from '../../../src/ports/store/work.ts';
import { jsonText } from '../columns.ts';
import { type LateWrites, WaitingRows } from '../late.ts';
import type { Db } from '../tables/tables.ts';

interface Noted {
  readonly platform: string;
  readonly key: string;
  readonly at: Date;
  readonly answer: Card | null;
}

export function createEvents(db: Db): Events & LateWrites {
  const noted = new WaitingRows<Noted>();

  return {
    async flush() {
      const events = noted.take();
      if (events.length > 0) await write(db, events);
    },
    mark: () => noted.mark(),
    async note(platform, key, at, answer) {
      noted.add([{ platform, key, at, answer }]);
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
