/** Reactions on the bot's cards press their buttons. */
import { ReactionContent, type RoomEvent } from '../schema.ts';
import type { Cards } from '../send/cards.ts';
import { emojiKey } from '../send/emoji.ts';
import type { Presses } from './presses.ts';

export function createReactions(cards: Cards, presses: Presses) {
  return async function react(roomId: string, event: RoomEvent): Promise<void> {
    const content = ReactionContent.safeParse(event.content);
    if (!content.success) return;
    const { event_id: target, key } = content.data['m.relates_to'];
    const card = await cards.ofPart(target);
    const button = card?.room === roomId ? card.buttons.find(({ emoji }) => emoji === emojiKey(key)) : undefined;
    if (!card || !button) return;
    const { emoji: _, ...choice } = button;
    const deed = { roomId, sender: event.sender, eventId: event.event_id };
    await presses.choose(card.parts[0] ?? target, deed, choice);
  };
}
