/** Adds messages and edits, in the order in which they were given, by one statement. */
import { sql } from 'kysely';
import type { Card } from '../../../src/message/model.ts';
import type { NewMessage } from '../../../src/ports/store/work.ts';
import { jsonText } from '../columns.ts';
import type { Db } from '../tables/tables.ts';
import { ADDED, type Added } from './outboxTopics.ts';

/** A message, or an edit for everybody to whom a card of its topic was posted or is about to be. */
export type Waiting = (Omit<NewMessage, 'card'> | { readonly topic: string; readonly key: string }) & {
  readonly at: Date;
  /** Drawn when it is written. */
  readonly card: () => Card;
};

export async function addMessages(db: Db, messages: readonly Waiting[]): Promise<readonly Added[]> {
  return db
    .insertInto('mitwirk.outbox')
    .columns(['key', 'process_id', 'room_id', 'person_id', 'platform', 'topic', 'card', 'state', 'next_at'])
    .expression(
      sql`with given as (
          select * from json_to_recordset(${jsonText(messages.map(columns))}::json) as message (
            ord int, edits boolean, key text, process_id int, room_id int, person_id int, platform text, topic text,
            card jsonb, at timestamptz)
        ), places as (
          select topic, process_id, room_id, person_id, platform, recipient from mitwirk.posted
          where topic in (select topic from given where edits)
          union
          select topic, process_id, room_id, person_id, platform, recipient from mitwirk.outbox
          where state = 'waiting' and topic in (select topic from given where edits)
        )
        select key, process_id, room_id, person_id, platform, topic, card, 'waiting', at from (
          select ord, '' as recipient, key, process_id, room_id, person_id, platform, topic, card, at
          from given where not edits
          union all
          select ord, recipient, key || ' ' || recipient, places.process_id, places.room_id, places.person_id,
            places.platform, topic, card, at
          from given join places using (topic) where edits
        ) as messages
        order by ord, recipient`,
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning(ADDED)
    .execute();
}

function columns(message: Waiting, ord: number) {
  const { key, topic, at } = message;
  const card = message.card();
  if (!('to' in message)) return { ord, edits: true, key, topic, card, at };
  const { to, processId } = message;
  const recipient = 'room' in to ? { room_id: to.room } : { person_id: to.person, platform: to.platform };
  return { ord, edits: false, key, process_id: processId, ...recipient, topic, card, at };
}
