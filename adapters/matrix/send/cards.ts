/** What is remembered of a card with buttons: which reaction stands for which command. */
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { KeptCard } from '../schema.ts';

const PREFIX = 'card:';
/** A card older than this is no longer reacted to. */
const KEPT_DAYS = 400;

export interface Cards {
  get(eventId: string): Promise<KeptCard | null>;
  /** `about` is whose direct chat the card stands in. */
  set(eventId: string, card: KeptCard, about: string | null): Promise<void>;
  forgetOld(): Promise<void>;
}

export function createCards(memory: PlatformMemory): Cards {
  return {
    async get(eventId) {
      const value = await memory.get(PREFIX + eventId);
      return value === null ? null : KeptCard.parse(JSON.parse(value));
    },
    set: (eventId, card, about) => memory.set(PREFIX + eventId, JSON.stringify(card), about ?? undefined),
    forgetOld: () => memory.forgetOlder(PREFIX, KEPT_DAYS),
  };
}
