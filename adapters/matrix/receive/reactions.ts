/** Reactions on the bot's cards press their buttons. A reaction taken back takes back nothing: what it did has its own command. */
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { sentence } from '../notes.ts';
import { typedHere } from '../render/commands.ts';
import { KeptPress, ReactionContent, type RoomEvent } from '../schema.ts';
import type { Cards } from '../send/cards.ts';
import { emojiKey } from '../send/emoji.ts';
import type { Desk } from './desk.ts';

interface Parts {
  readonly desk: Desk;
  readonly cards: Cards;
  readonly memory: PlatformMemory;
  readonly localeOf: (userId: string) => Promise<string>;
}

export interface Reactions {
  react(roomId: string, event: RoomEvent): Promise<void>;
  redact(roomId: string, event: RoomEvent): Promise<void>;
  forgetOld(): Promise<void>;
}

const PRESS = 'press:';
const LAST = 'last press:';
const KEPT_DAYS = 120;

export function createReactions({ desk, cards, memory, localeOf }: Parts): Reactions {
  const lastKey = (card: string, sender: string) => `${LAST}${card} ${sender}`;

  return {
    async react(roomId, event) {
      const content = ReactionContent.safeParse(event.content);
      if (!content.success) return;
      const { event_id: target, key } = content.data['m.relates_to'];
      const card = await cards.get(target);
      const button = card?.room === roomId ? card.buttons.find(({ emoji }) => emoji === emojiKey(key)) : undefined;
      if (!card || !button) return;
      const { refused } = await desk.hand({
        roomId,
        sender: event.sender,
        eventId: event.event_id,
        what: { kind: 'command', text: button.command },
      });
      if (refused) return;
      const [name = target] = card.parts;
      const press = { card: name, label: button.label, command: button.command } satisfies KeptPress;
      await memory.set(PRESS + event.event_id, JSON.stringify(press), event.sender);
      await memory.set(lastKey(name, event.sender), event.event_id, event.sender);
    },
    /** Whoever takes their last reaction on a card back is told that it counts on, because it looks as if it did not. */
    async redact(roomId, event) {
      const redacted = event.redacts ?? event.content.redacts;
      const kept = typeof redacted === 'string' ? await memory.get(PRESS + redacted) : null;
      if (kept === null) return;
      const { card, label, command } = KeptPress.parse(JSON.parse(kept));
      await memory.remove(PRESS + redacted);
      if ((await memory.get(lastKey(card, event.sender))) !== redacted) return;
      const note = sentence(await localeOf(event.sender), 'matrix.reaction.stays', {
        label,
        command: { t: 'text', text: typedHere({ command }), style: 'code' },
      });
      desk.tell({ roomId, sender: event.sender, eventId: event.event_id }, note);
    },
    async forgetOld() {
      await memory.forgetOlder(PRESS, KEPT_DAYS);
      await memory.forgetOlder(LAST, KEPT_DAYS);
    },
  };
}
