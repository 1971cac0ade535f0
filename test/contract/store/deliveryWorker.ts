/** A worker that delivers what is in the outbox, as the contract suites need one. */
import type { RoomId } from '../../../src/domain/ids.ts';
import type { NewMessage, QueuedMessage, Recipient } from '../../../src/ports/store/work.ts';
import { card, later, makeRoom, type Transact, unique } from './scene.ts';

export function message(to: Recipient, title: string, change: Partial<NewMessage> = {}): NewMessage {
  return { key: unique('message'), processId: null, to, topic: null, card: card(title), ...change };
}

/** What it does with the outbox, minute by minute. */
export function createWorker(transact: Transact) {
  const lease = (minutes: number, limit = 100) =>
    transact((tx) => tx.outbox.lease(later(minutes), later(minutes + 5), limit));
  const sent = ({ id }: QueuedMessage, messageId = `posted-${id}`) =>
    transact((tx) => tx.outbox.sent(id, messageId, later(0)));
  return {
    newRoom: async (): Promise<{ room: RoomId }> => ({ room: (await transact((tx) => makeRoom(tx))).id }),
    lease,
    sent,
    enqueue: (...messages: NewMessage[]) => transact((tx) => tx.outbox.enqueue(messages, later(0))),
    edit: (topic: string, title: string, key = unique('edit')) =>
      transact((tx) => tx.outbox.edit(topic, key, () => card(title), later(0))),
    failed: ({ id }: QueuedMessage, minutes: number | null) =>
      transact((tx) => tx.outbox.failed(id, 'no answer', minutes === null ? null : later(minutes))),
    /** Sends all there is, and tells what was said: `title`, or `title > message id` for an edit. */
    async drain() {
      const said: string[] = [];
      for (let batch = await lease(0); batch.length > 0; batch = await lease(0)) {
        for (const item of batch) {
          await sent(item, item.editOf ?? undefined);
          said.push(item.editOf ? `${item.card.title} > ${item.editOf}` : item.card.title);
        }
      }
      return said;
    },
  };
}

export function titles(messages: readonly QueuedMessage[]): string[] {
  return messages.map(({ card }) => card.title);
}
