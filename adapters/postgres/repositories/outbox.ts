/** Messages to send: in order for each recipient, posted once, edited in place. */
import { sql } from 'kysely';
import type { Outbox } from '../../../src/ports/store/work.ts';
import { type LateWrites, WaitingRows } from '../late.ts';
import type { Db } from '../tables/tables.ts';
import { addMessages, type Waiting } from './outboxAdding.ts';
import { holdsMessage, leaseMessages, nextMessageAt } from './outboxLease.ts';
import { settleTopics } from './outboxTopics.ts';

/** How the database fingerprints a card: `jsonb` is written in one way only. */
const cardHash = sql<string>`md5(card::text)`;

/** @param replica who leases: what it holds is nobody else's */
export function createOutbox(db: Db, replica: string): Outbox & LateWrites {
  const waiting = new WaitingRows<Waiting>();

  async function flush(): Promise<void> {
    const messages = waiting.take();
    if (messages.length > 0) await settleTopics(db, await addMessages(db, messages));
  }

  return {
    async enqueue(messages, at) {
      waiting.add(messages.map(({ card, ...message }) => ({ ...message, card: () => card, at })));
    },
    async edit(topic, key, card, at) {
      // Of a card that is changed several times only the last is said, in the place of the first.
      const told = waiting.all.some((message) => message.topic === topic && !('to' in message));
      waiting.replace(waiting.all.map((message) => (message.topic === topic ? { ...message, card } : message)));
      if (!told) waiting.add([{ topic, key, card, at }]);
    },
    flush,
    mark: () => waiting.mark(),
    async lease(now, leaseUntil, limit) {
      await flush();
      return leaseMessages(db, replica, now, leaseUntil, limit);
    },
    holds: (message) => holdsMessage(db, replica, message),
    async next() {
      await flush();
      return nextMessageAt(db, replica);
    },
    async sent(id, messageId, at) {
      await flush();
      const where = ['topic', 'process_id', 'room_id', 'person_id', 'platform'] as const;
      await db
        // Both read the message as it was before this statement: here the card is still there.
        .with('message', (query) =>
          query
            .selectFrom('mitwirk.outbox')
            .select([...where, cardHash.as('card_hash')])
            .where('id', '=', id)
            .where('state', '=', 'waiting'),
        )
        .with('finished', (query) =>
          query
            .updateTable('mitwirk.outbox')
            .set({ state: 'sent', card: null, holder: null })
            .where('id', '=', id)
            .where('state', '=', 'waiting'),
        )
        .insertInto('mitwirk.posted')
        .columns([...where, 'card_hash', 'message_id', 'posted_at'])
        .expression((query) =>
          query
            .selectFrom('message')
            .select([...where, 'card_hash'])
            .select([sql`${messageId}::text`.as('message_id'), sql`${at}::timestamptz`.as('posted_at')])
            .where('topic', 'is not', null),
        )
        .onConflict((conflict) =>
          conflict.columns(['topic', 'recipient']).doUpdateSet((is) => ({
            message_id: is.ref('excluded.message_id'),
            card_hash: is.ref('excluded.card_hash'),
            posted_at: is.ref('excluded.posted_at'),
          })),
        )
        .execute();
    },
    async failed(id, reason, nextAt) {
      await db
        .updateTable('mitwirk.outbox')
        .set({ reason, holder: null, ...(nextAt ? { next_at: nextAt } : { state: 'givenUp', card: null }) })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .where('holder', '=', replica)
        .execute();
    },
    async resume(room, at) {
      await flush();
      await db
        .updateTable('mitwirk.outbox')
        .set({ next_at: at })
        .where('room_id', '=', room)
        .where('state', '=', 'waiting')
        .where('reason', 'is not', null)
        .where('next_at', '>', at)
        .execute();
    },
    async hasten(process, far, at) {
      await flush();
      await db
        .updateTable('mitwirk.outbox')
        .set({ next_at: at })
        .where((message) => message.or([message('process_id', '=', process), message('process_id', 'is', null)]))
        .where('state', '=', 'waiting')
        .where('next_at', '>', far)
        .execute();
    },
    async undeliverable(process, since) {
      const { count } = await db
        .selectFrom('mitwirk.outbox')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('process_id', '=', process)
        .where('state', '=', 'givenUp')
        .where('tried_at', '>=', since)
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}
