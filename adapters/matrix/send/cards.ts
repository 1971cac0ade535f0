/** What is remembered of a card with buttons: which reaction stands for which command, and which poll belongs to it. */
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { KeptCard } from '../schema.ts';

const PREFIX = 'card:';
const PART = 'part:';
const POLL = 'poll:';
/** A card older than this is no longer reacted to. */
const KEPT_DAYS = 400;

export interface Cards {
  /** By its first message. */
  get(eventId: string): Promise<KeptCard | null>;
  /** By any of its messages: its reactions stand below the last. */
  ofPart(eventId: string): Promise<KeptCard | null>;
  /** The card whose poll that is. */
  ofPoll(eventId: string): Promise<KeptCard | null>;
  /** `about` is whose direct chat the card stands in. */
  set(eventId: string, card: KeptCard, about: string | null): Promise<void>;
  forgetOld(): Promise<void>;
}

export function createCards(memory: PlatformMemory): Cards {
  async function get(eventId: string): Promise<KeptCard | null> {
    const value = await memory.get(PREFIX + eventId);
    return value === null ? null : KeptCard.parse(JSON.parse(value));
  }

  async function named(key: string): Promise<KeptCard | null> {
    const card = await memory.get(key);
    return card === null ? null : get(card);
  }

  return {
    get,
    ofPart: async (eventId) => (await get(eventId)) ?? named(PART + eventId),
    ofPoll: (eventId) => named(POLL + eventId),
    async set(eventId, card, about) {
      await memory.set(PREFIX + eventId, JSON.stringify(card), about ?? undefined);
      for (const part of card.parts.slice(1)) await memory.set(PART + part, eventId, about ?? undefined);
      if (card.poll) await memory.set(POLL + card.poll.event, eventId, about ?? undefined);
    },
    async forgetOld() {
      await memory.forgetOlder(PREFIX, KEPT_DAYS);
      await memory.forgetOlder(PART, KEPT_DAYS);
      await memory.forgetOlder(POLL, KEPT_DAYS);
    },
  };
}
