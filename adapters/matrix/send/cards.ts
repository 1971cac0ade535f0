/** What is remembered of a card with buttons: which reaction stands for which command, and which poll belongs to it. */
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { KeptCard } from '../schema.ts';

const PREFIX = 'card:';
const POLL = 'poll:';
/** A card older than this is no longer reacted to. */
const KEPT_DAYS = 400;

export interface Cards {
  get(eventId: string): Promise<KeptCard | null>;
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

  return {
    get,
    async ofPoll(eventId) {
      const card = await memory.get(POLL + eventId);
      return card === null ? null : get(card);
    },
    async set(eventId, card, about) {
      await memory.set(PREFIX + eventId, JSON.stringify(card), about ?? undefined);
      if (card.poll) await memory.set(POLL + card.poll.event, eventId, about ?? undefined);
    },
    async forgetOld() {
      await memory.forgetOlder(PREFIX, KEPT_DAYS);
      await memory.forgetOlder(POLL, KEPT_DAYS);
    },
  };
}
