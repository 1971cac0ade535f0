/** Who gets the next message: the oldest of each recipient, and only one at a time. */
import { sql } from 'kysely';
import type { Card } from '../../../src/cards/model.ts';
import type { PersonId, ProcessId, RoomId } from '../../../src/domain/ids.ts';
import type { QueuedMessage } from '../../../src/ports/store/work.ts';
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
  now: Date,
  leaseUntil: Date,
  limit: number,
): Promise<readonly QueuedMessage[]> {
  const { rows } = await sql<LeasedRow>`
    update mitwirk.outbox as message
    set next_at = ${leaseUntil}, attempts = attempts + 1, tried_at = ${now}
    where id = any(array(
      select id from mitwirk.outbox as head
      where state = 'waiting' and next_at <= ${now}
        and not exists (
          -- An older one, or one that is under way although it was written down later.
          select from mitwirk.outbox as other
          where other.recipient = head.recipient and other.state = 'waiting'
            and (other.id < head.id or (other.attempts > 0 and other.next_at > ${now})))
      order by id limit ${limit} for update skip locked))
    returning id, key, process_id as "processId", room_id as room, person_id as person, platform, topic, card,
      attempts - 1 as attempts,
      (select message_id from mitwirk.posted
        where posted.topic = message.topic and posted.recipient = message.recipient) as "editOf"`.execute(db);
  return rows.map(toMessage).sort((a, b) => a.id - b.id);
}

/** Looks at the oldest of each recipient only: the others have to wait for it. */
export async function nextMessageAt(db: Db): Promise<Date | null> {
  const heads = db
    .selectFrom('mitwirk.outbox')
    .select('next_at')
    .distinctOn('recipient')
    .where('state', '=', 'waiting')
    .orderBy('recipient')
    .orderBy('id')
    .as('heads');
  const row = await db
    .selectFrom(heads)
    .select((heads) => heads.fn.min('next_at').as('at'))
    .executeTakeFirst();
  return row?.at ?? null;
}

function toMessage({ room, person, platform, ...message }: LeasedRow): QueuedMessage {
  if (room !== null) return { ...message, to: { room } };
  if (person !== null && platform !== null) return { ...message, to: { person, platform } };
  throw new Error(`message ${message.id} has no recipient`);
}
