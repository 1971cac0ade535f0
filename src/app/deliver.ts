/** Takes messages out of the outbox and to their platform, each recipient's in order. */

import { findRoom, loseRoom } from '../features/room/acts/lost.ts';
import { type Chat, ChatError, type ChatTarget, RoomLost } from '../ports/chat.ts';
import { leaseOf, underLease } from '../ports/leases.ts';
import type { Log } from '../ports/log.ts';
import type { QueuedMessage } from '../ports/store/work.ts';
import { type Store, StoreUnavailable, type Tx } from '../ports/store.ts';
import { within } from './within.ts';

const BATCH = 50;
/** How long a process may take to send a message before another one tries; the key makes the second try harmless. */
const LEASE_MS = 60_000;
/** How long an answer is waited for: shorter than the lease, so that nobody else sends meanwhile. */
const PATIENCE_MS = 45_000;
/** Together shorter than what is left of the lease. */
const WRITE_TRIES = 14;
const WRITE_AGAIN_MS = 1_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 15 * 60_000;
/** Faults nobody has named are waited out for three days, longer than a weekend without a working server. */
const MAX_ATTEMPTS = 300;
/** A room out of reach is asked again this often, in case nobody said that it is back. */
const LOST_ROOM_RETRY_MS = 24 * 60 * 60_000;

interface Delivery {
  readonly store: Store;
  readonly chats: readonly Chat[];
  readonly log: Log;
  /** How long the platform's answer is waited for. */
  readonly patienceMs?: number;
}

/** Sends the next messages that may be tried at `now`, one to each of so many recipients. Gives the number tried; 0: nothing waits. */
export async function deliverBatch(delivery: Delivery, now: Date): Promise<number> {
  const batch = await delivery.store.transaction(async (tx) => {
    const messages = await tx.outbox.lease(now, new Date(now.getTime() + LEASE_MS), BATCH);
    return addressed(tx, messages);
  });
  await Promise.all(batch.map(({ message, address }) => deliverOne(delivery, message, address, now)));
  return batch.length;
}

async function deliverOne(
  delivery: Delivery,
  message: QueuedMessage,
  address: Address | null,
  now: Date,
): Promise<void> {
  const outcome = await tried(delivery, message, address, now);
  if (outcome) await written(delivery.store, outcome);
}

/** Tries to send it. Gives what is to be written down of that; null: it has become somebody else's affair. */
async function tried(
  { store, chats, log, patienceMs = PATIENCE_MS }: Delivery,
  message: QueuedMessage,
  address: Address | null,
  now: Date,
): Promise<((tx: Tx) => Promise<void>) | null> {
  const lease = leaseOf(() => store.transaction((tx) => tx.outbox.holds(message)));
  try {
    const messageId = await within(
      patienceMs,
      underLease(lease, () => send(chats, message, address)),
    );
    return async (tx) => {
      // Not every platform says that a room is back; that something arrived there says it as well.
      if (message.attempts > 0 && 'room' in message.to) await findRoom(tx, message.to.room, now);
      await tx.outbox.sent(message.id, messageId, now);
    };
  } catch (error) {
    if (lease.lost) {
      log.info('a message was left to another process', { message: message.id });
      return null;
    }
    const nextAt = retryAt(error, message.attempts, now);
    log.warn('message not delivered', { message: message.id, attempts: message.attempts + 1, again: nextAt !== null });
    const reason = error instanceof Error ? error.message : String(error);
    return async (tx) => {
      if (error instanceof RoomLost && 'room' in message.to) await loseRoom(tx, message.to.room, now);
      await tx.outbox.failed(message.id, reason, nextAt);
    };
  }
}

/** What came of a message is not forgotten because the store restarts: it would wait for its lease and then be sent again. */
async function written(store: Store, work: (tx: Tx) => Promise<void>): Promise<void> {
  for (let left = WRITE_TRIES - 1; ; left -= 1) {
    try {
      return await store.transaction(work);
    } catch (error) {
      if (left === 0 || !(error instanceof StoreUnavailable)) throw error;
      await new Promise((resolve) => setTimeout(resolve, WRITE_AGAIN_MS));
    }
  }
}

interface Address {
  readonly platform: string;
  readonly target: ChatTarget;
}

async function send(chats: readonly Chat[], message: QueuedMessage, address: Address | null): Promise<string> {
  if (!address) throw new ChatError('The room or person is gone', null);
  const chat = chats.find((candidate) => candidate.platform === address.platform);
  if (!chat) throw new ChatError(`The platform ${address.platform} is not connected`, LONGEST_RETRY_MS);
  if (message.editOf === null) return chat.post(address.target, message.card, message.key, message.attempts > 0);
  await chat.edit(address.target, message.editOf, message.card, message.key);
  return message.editOf;
}

/** Looked up for the whole batch before anything is sent, so that messages reach their platform in the order of the outbox. */
async function addressed(tx: Tx, messages: readonly QueuedMessage[]) {
  const batch: { message: QueuedMessage; address: Address | null }[] = [];
  for (const message of messages) batch.push({ message, address: await addressOf(tx, message) });
  return batch;
}

async function addressOf(tx: Tx, message: QueuedMessage): Promise<Address | null> {
  if ('room' in message.to) {
    const room = await tx.rooms.byId(message.to.room);
    return room && { platform: room.platform, target: { kind: 'room', externalId: room.externalId } };
  }
  const { person, platform } = message.to;
  const identity = (await tx.people.identities(person)).find((candidate) => candidate.platform === platform);
  return identity ? { platform, target: { kind: 'person', externalId: identity.externalId } } : null;
}

/** When to try again: as the platform says, for as long as it says so; else twice as late each time. Null gives up. */
function retryAt(error: unknown, attempts: number, now: Date): Date | null {
  if (error instanceof RoomLost) return new Date(now.getTime() + LOST_ROOM_RETRY_MS);
  const asked = error instanceof ChatError ? error.retryAfterMs : undefined;
  if (asked === null || (asked === undefined && attempts + 1 >= MAX_ATTEMPTS)) return null;
  const wait = asked ?? Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts);
  return new Date(now.getTime() + wait);
}
