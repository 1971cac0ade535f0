/** The bot's own reactions on a card: they offer people what they can press. */
import type { Action } from '../../../src/message/model.ts';
import { isRefusal } from '../http/homeserverError.ts';
import { MAX_SEEDS } from '../limits.ts';
import type { KeptButton, KeptCard } from '../schema.ts';
import { emojiKey } from './emoji.ts';
import type { Events } from './events.ts';
import { patiently } from './patience.ts';
import { transactionId } from './transaction.ts';

/** A card is not kept waiting longer than this for its reactions; the next try sets those that are missing. */
const PATIENCE_MS = 20_000;

/** Buttons that a reaction can stand for: an emoji of two buttons stands for none, what to type stands beside it anyway. */
export function buttonsOf(actions: readonly Action[]): KeptButton[] {
  const buttons = actions.map(({ emoji, label, command, press, undo }) => ({
    emoji: emojiKey(emoji),
    label,
    command,
    ...(press ? { press } : {}),
    undo,
  }));
  return buttons
    .filter(({ emoji }, at) => buttons.every((other, index) => index === at || other.emoji !== emoji))
    .slice(0, MAX_SEEDS);
}

/** Sets the reactions that are missing and takes back those that stand for nothing any more. Gives the card as it is then. */
export async function seed(events: Events, card: KeptCard): Promise<KeptCard> {
  const target = card.parts.at(-1);
  if (target === undefined) return card;
  const wanted = new Set(card.buttons.map(({ emoji }) => emoji));
  const seeds = { ...card.seeds };
  let { seeded } = card;
  for (const [emoji, eventId] of Object.entries(seeds)) {
    if (wanted.has(emoji)) continue;
    await patiently(() => events.redact(card.room, eventId, transactionId('unseed', eventId)), PATIENCE_MS);
    delete seeds[emoji];
  }
  for (const emoji of wanted) {
    if (seeds[emoji] !== undefined) continue;
    const content = { 'm.relates_to': { rel_type: 'm.annotation', event_id: target, key: shown(emoji) } };
    const transaction = transactionId('seed', target, emoji, seeded);
    try {
      seeds[emoji] = await patiently(() => events.send(card.room, 'm.reaction', content, transaction), PATIENCE_MS);
      seeded += 1;
    } catch (error) {
      // Where the bot may not react, the legend says what to type.
      if (isRefusal(error, 'M_FORBIDDEN')) break;
      if (!isRefusal(error, 'M_DUPLICATE_ANNOTATION')) throw error;
    }
  }
  return { ...card, seeds, seeded };
}

/** Some emoji are drawn as text without their variation selector. */
function shown(emoji: string): string {
  return /\p{Emoji_Presentation}/u.test(emoji) ? emoji : `${emoji}\ufe0f`;
}
