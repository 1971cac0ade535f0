/** A chat platform, as the outbox sees it. */
import type { Card } from '../message/model.ts';

/** Platform ids are opaque: made and read by the adapter alone. */
export type ChatTarget =
  | { readonly kind: 'room'; readonly externalId: string }
  | { readonly kind: 'person'; readonly externalId: string };

/** Before each call that has an effect on the platform it awaits `assertHeld` (see `leases.ts`), after every other wait. */
export interface Chat {
  readonly platform: string;
  /**
   * Posts a card and gives the platform's message id. The same key posts once, however often it is called; `again` says
   * that it was tried before and may have arrived.
   * @throws {ChatError}
   */
  post(target: ChatTarget, card: Card, key: string, again: boolean): Promise<string>;
  /**
   * Changes a posted card in place.
   * @throws {ChatError}
   */
  edit(target: ChatTarget, messageId: string, card: Card, key: string): Promise<void>;
}

/** Why a message did not go out. `retryAfterMs`: try again then; null: it never will (room gone, person unknown). */
export class ChatError extends Error {
  readonly retryAfterMs: number | null;

  constructor(message: string, retryAfterMs: number | null) {
    super(message);
    this.name = 'ChatError';
    this.retryAfterMs = retryAfterMs;
  }
}

/** The room is out of reach for the bot, but may come back: messages for it wait until it is found again. */
export class RoomLost extends ChatError {
  constructor(message: string) {
    super(message, null);
    this.name = 'RoomLost';
  }
}
