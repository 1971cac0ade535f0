/** Who gets the next message: the oldest of each recipient, and only one at a time. */
import { type RawBuilder, sql } from 'kysely';
import type { PersonId, ProcessId, RoomId } from '../../../src/domain/ids.ts';
import type { Card } from '../../../src/message/model.ts';
import type { QueuedMessage } from '../../../src/ports/store/work.ts';
import { BEAT_AGAIN } from '../replicas.ts';
import type { Db } from '../tables/tables.ts';

interface LeasedRow {
  readonly id: number;
  readonly key: string;
  readonly processId: ProcessId | null;
  readonly room: RoomId | null;
  readonly person: PersonId | null;
  readonly platform: string | null;
  readonly topic: string | null;
  readonly card: Card;
  readonly attempts: number;
  readonly editOf: string | null;
}

export async function leaseMessages(
  db: Db,
  replica: string,
  now: Date,
  leaseUntil: Date,
  limit: number,
): Promise<readonly QueuedMessage[]> {
  const { rows } = await sql<LeasedRow>`
    with leased as (
      update mitwirk.outbox as message
      set holder = ${replica}, next_at = ${leaseUntil}, attempts = attempts + 1, tried_at = ${now}
      where id = any(array(
        select id from mitwirk.outbox
        -- Asked again of the row itself, in case another worker was faster.
        where id = any(array(${heads(replica, now, limit)})) and state = 'waiting' and next_at <= ${now}
          and (${heldElsewhere(replica)}) is not true
        for update skip locked))
      returning id, key, process_id as "processId", room_id as room, person_id as person, platform, topic, card,
        attempts - 1 as attempts,
        (select message_id from mitwirk.posted
          where posted.topic = message.topic and posted.recipient = message.recipient) as "editOf"
    ), alive as (
      -- Whoever holds something is known, so that it falls with them; and is heard by this, so that nobody buries them now.
      insert into mitwirk.replicas (id) select ${replica} where exists (select from leased) ${BEAT_AGAIN}
    )
    select * from leased`.execute(db);
  return rows.map(toMessage).sort((a, b) => a.id - b.id);
}

/**
 * When the recipient of a group of waiting messages is free: none is leased to them or has failed just now. It need not be
 * the oldest that is under way: transactions can end in another order than they began.
 */
const freeAt = sql`max(next_at) filter (where attempts > 0)`;

/** What another replica holds is that one's, however late by any clock, until it is done with it or is buried. */
function heldElsewhere(replica: string) {
  return sql<boolean>`holder <> ${replica}`;
}

/** The oldest message of each recipient who is free; one pass over the index, however many wait. */
function heads(replica: string, now: Date, limit: number): RawBuilder<number> {
  return sql`select min(id) from mitwirk.outbox where state = 'waiting'
    group by recipient having coalesce(${freeAt} <= ${now}, true) and bool_or(${heldElsewhere(replica)}) is not true
    order by 1 limit ${limit}`;
}

/** Recipients to whom another replica is sending are left to that one. */
export async function nextMessageAt(db: Db, replica: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from (
      select greatest(min(next_at), ${freeAt}) as at from mitwirk.outbox where state = 'waiting'
      group by recipient having bool_or(${heldElsewhere(replica)}) is not true
    ) as recipients`.execute(db);
  return rows[0]?.at ?? null;
}

/** The number of the attempt tells this lease from an earlier one of the same replica that was waited for in vain. */
export async function holdsMessage(
  db: Db,
  replica: string,
  { id, attempts }: Pick<QueuedMessage, 'id' | 'attempts'>,
): Promise<boolean> {
  const held = await db
    .selectFrom('mitwirk.outbox')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('holder', '=', replica)
    .where('attempts', '=', attempts + 1)
    .executeTakeFirst();
  return held !== undefined;
}

function toMessage({ room, person, platform, ...message }: LeasedRow): QueuedMessage {
  if (room !== null) return { ...message, to: { room } };
  if (person !== null && platform !== null) return { ...message, to: { person, platform } };
  throw new Error(`message ${message.id} has no recipient`);
}
