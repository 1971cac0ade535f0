/** The local chat's own memory, in the same database. */
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Card } from '../../src/message/model.ts';
import type { NewTimelineEntry, Timeline } from '../../src/ports/timeline.ts';
import { createLane } from '../kit/lanes.ts';
import { jsonText } from './columns.ts';
import { connect } from './connection.ts';
import { MESSAGE, toAppended, toChanged } from './rows/timelineEntry.ts';
import type { Db } from './tables/tables.ts';
import { transact } from './transact.ts';

export function createTimeline(pool: Pool): Timeline {
  const db = connect(pool);
  /** They would wait for each other at the counter, but in any order: what was handed over first comes first. */
  const lane = createLane();
  const inOrder = <T>(write: (transaction: Db) => Promise<T>) => lane(() => transact(db, write));

  return {
    append: (key, entry) => inOrder((transaction) => append(transaction, key, entry)),
    change: (key, messageId, card, at) => inOrder((transaction) => change(transaction, key, messageId, card, at)),
    async message(messageId) {
      const row = await byId(db, messageId);
      return row ? toChanged(row) : null;
    },
    async after(sequence, limit) {
      const rows = await db
        .selectFrom('mitwirk.local_messages')
        .select(MESSAGE)
        .where('changed', '>', sequence)
        .orderBy(sql`case when posted > ${sequence} then posted else changed end`)
        .limit(limit)
        .execute();
      return rows.map((row) => (row.posted > sequence ? toAppended(row) : toChanged(row)));
    },
    async newest({ room, person, before }, limit) {
      const seen = db
        .selectFrom('mitwirk.local_messages')
        .select(MESSAGE)
        .where('room', '=', room)
        .where((message) => message.or([message('only_for', 'is', null), message('only_for', '=', person)]));
      const part = before === undefined ? seen : seen.where('posted', '<', before);
      return (await part.orderBy('posted', 'desc').limit(limit).execute()).toReversed().map(toChanged);
    },
    async latest() {
      return (await db.selectFrom('mitwirk.local_state').select('sequence').executeTakeFirstOrThrow()).sequence;
    },
    people: () => db.selectFrom('mitwirk.local_people').select(['id', 'name']).orderBy('position').execute(),
    rooms: () => db.selectFrom('mitwirk.local_rooms').select(['id', 'name']).orderBy('position').execute(),
    ensurePerson: ({ id, name }) => ensure(db, 'mitwirk.local_people', id, name),
    ensureRoom: ({ id, name }) => ensure(db, 'mitwirk.local_rooms', id, name),
    async clockOffset() {
      const row = await db.selectFrom('mitwirk.local_state').select('clock_offset_ms').executeTakeFirstOrThrow();
      return row.clock_offset_ms;
    },
    async setClockOffset(milliseconds) {
      await db.updateTable('mitwirk.local_state').set({ clock_offset_ms: milliseconds }).execute();
    },
  };
}

/** Locks the counter until the transaction ends, so that whoever sees an entry sees all before it. */
async function nextSequence(db: Db): Promise<number> {
  const row = await db
    .updateTable('mitwirk.local_state')
    .set({ sequence: sql`sequence + 1` })
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return row.sequence;
}

async function append(db: Db, key: string, { room, author, onlyFor, text, card, at }: NewTimelineEntry) {
  const sequence = await nextSequence(db);
  const before = await byKey(db, key);
  if (before) return toChanged(before);
  const row = await db
    .insertInto('mitwirk.local_messages')
    .values({
      posted: sequence,
      changed: sequence,
      room,
      author,
      only_for: onlyFor,
      text,
      card: card ? jsonText(card) : null,
      posted_at: at,
      changed_at: at,
    })
    .returning(MESSAGE)
    .executeTakeFirstOrThrow();
  await remember(db, key, row.id);
  return toAppended(row);
}

async function change(db: Db, key: string, messageId: string, card: Card, at: Date) {
  const sequence = await nextSequence(db);
  const before = await byKey(db, key);
  if (before) return toChanged(before);
  const row = await db
    .updateTable('mitwirk.local_messages')
    .set({ card: jsonText(card), changed: sequence, changed_at: at })
    .where('id', '=', rowId(messageId))
    .returning(MESSAGE)
    .executeTakeFirstOrThrow();
  await remember(db, key, row.id);
  return toChanged(row);
}

/** 0, which no row has, for what was never given out as a message's id. */
function rowId(messageId: string): number {
  return /^\d{1,9}$/.test(messageId) ? Number(messageId) : 0;
}

function byId(db: Db, messageId: string) {
  const select = db.selectFrom('mitwirk.local_messages').select(MESSAGE);
  return select.where('id', '=', rowId(messageId)).executeTakeFirst();
}

function byKey(db: Db, key: string) {
  const message = db.selectFrom('mitwirk.local_keys').select('message_id').where('key', '=', key);
  return db.selectFrom('mitwirk.local_messages').select(MESSAGE).where('id', '=', message).executeTakeFirst();
}

async function remember(db: Db, key: string, message: number): Promise<void> {
  await db.insertInto('mitwirk.local_keys').values({ key, message_id: message }).execute();
}

async function ensure(
  db: Db,
  table: 'mitwirk.local_people' | 'mitwirk.local_rooms',
  id: string,
  name: string,
): Promise<void> {
  await db
    .insertInto(table)
    .values({ id, name })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
    .execute();
}
