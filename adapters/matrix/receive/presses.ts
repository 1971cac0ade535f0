/**
 * What people choose on a card, by reaction or in its poll. A person's choices on one card stand in a row, and the last
 * of them is what they want:
 *
 * - Taking back the last one takes back what it did, by its `undo`; where an earlier one still stands, that one is
 *   handed in again. Taking back any other changes nothing, and nothing is said.
 * - A ballot's `undo` names the choice, so the application refuses it where something else is recorded by now, because the
 *   person has typed a command or pressed on another card: then they are told, and nothing is undone or handed in again.
 * - What has no `undo` is not taken back: the person is told that it counts on, with the command that it was.
 * - Nobody takes back for somebody else: where a moderator removes it, it counts on, and the person is told that too.
 */
import type { Card } from '../../../src/message/model.ts';
import { type Carried, carriedBy, contentOf, type Press } from '../../../src/message/press.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { sentence } from '../notes.ts';
import { typedHere } from '../render/commands.ts';
import { KeptChoices, KeptPress, type RoomEvent, removedBy } from '../schema.ts';
import type { Deed, Desk } from './desk.ts';

interface Parts {
  readonly desk: Desk;
  readonly memory: PlatformMemory;
  readonly localeOf: (userId: string) => Promise<string>;
}

/** A button, or an answer of a poll. */
export interface Choice {
  readonly label: string;
  /** As it would be typed; shown only, but where an earlier version wrote down nothing else. */
  readonly command: string;
  readonly press?: Press;
  readonly undo?: Carried | undefined;
  /** It is itself the taking back of an earlier one. */
  readonly blank?: true;
}

export interface Presses {
  /** Hands a choice in and remembers it if it was accepted. `card` is the card's first message. */
  choose(card: string, deed: Omit<Deed, 'what'>, choice: Choice): Promise<void>;
  /** The person's choices that stand, oldest first. */
  choices(card: string, person: string): Promise<KeptChoices>;
  /** Something was removed by its author or a moderator. */
  redact(roomId: string, event: RoomEvent): Promise<void>;
  forgetOld(): Promise<void>;
}

type Kept = KeptChoices[number];

const PRESS = 'press:';
const CHOICES = 'choices:';
const KEPT_DAYS = 120;
/** Whoever changes their mind more often cannot go back further. */
const MOST = 50;

export function createPresses({ desk, memory, localeOf }: Parts): Presses {
  const choicesKey = (card: string, person: string) => `${CHOICES}${card} ${person}`;

  async function choices(card: string, person: string): Promise<KeptChoices> {
    const kept = await memory.get(choicesKey(card, person));
    return kept === null ? [] : KeptChoices.parse(JSON.parse(kept));
  }

  function keep(card: string, person: string, standing: KeptChoices): Promise<void> {
    return memory.set(choicesKey(card, person), JSON.stringify(standing.slice(-MOST)), person);
  }

  async function undo(deed: Omit<Deed, 'what'>, gone: Kept, before: Kept | undefined): Promise<void> {
    const again = before?.blank ? undefined : before;
    let taken: Card | null = null;
    if (gone.undo !== undefined) {
      const what = contentOf(gone.undo);
      const { card, refused } = await desk.hand({ ...deed, what, ...(again ? { answer: 'refusals' } : {}) });
      if (refused) return;
      taken = card;
    }
    if (!again) return;
    const what = contentOf(carriedBy(again));
    const lead = sentence(await localeOf(deed.sender), 'matrix.reaction.again', { label: again.label });
    const { refused } = await desk.hand({ ...deed, key: `${deed.eventId} again`, what, lead });
    // The end of the vote may have come between the two: then it has to be said what was taken back.
    if (refused && taken) desk.tell(deed, taken);
  }

  async function tellThatItStays(deed: Omit<Deed, 'what'>, { label, command }: Kept): Promise<void> {
    const note = sentence(await localeOf(deed.sender), 'matrix.reaction.stays', {
      label,
      command: { t: 'text', text: typedHere({ command }), style: 'code' },
    });
    desk.tell(deed, note);
  }

  return {
    choices,
    async choose(card, deed, choice) {
      const { refused } = await desk.hand({ ...deed, what: contentOf(carriedBy(choice)) });
      if (refused) return;
      const { eventId: event, sender: person } = deed;
      const before = await choices(card, person);
      // After a crash the same comes again, perhaps when there are newer ones already.
      if (!before.some((kept) => kept.event === event)) await keep(card, person, [...before, { event, ...choice }]);
      await memory.set(PRESS + event, JSON.stringify({ card, person } satisfies KeptPress), person);
    },
    async redact(roomId, event) {
      const redacted = removedBy(event);
      const kept = redacted === null ? null : await memory.get(PRESS + redacted);
      if (kept === null) return;
      const { card, person } = KeptPress.parse(JSON.parse(kept));
      const standing = await choices(card, person);
      const gone = standing.find((choice) => choice.event === redacted);
      if (gone) {
        const others = standing.filter((choice) => choice !== gone);
        const deed = { roomId, sender: person, eventId: event.event_id };
        const own = event.sender === person;
        const last = standing.at(-1) === gone;
        const undoable = gone.undo !== undefined || gone.blank === true;
        if (last && own && undoable) await undo(deed, gone, others.at(-1));
        else if (last && !gone.blank) await tellThatItStays(deed, gone);
        // What counts on stays in the row.
        if (own && (undoable || !last)) await keep(card, person, others);
      }
      await memory.remove(PRESS + redacted);
    },
    async forgetOld() {
      await memory.forgetOlder(PRESS, KEPT_DAYS);
      await memory.forgetOlder(CHOICES, KEPT_DAYS);
    },
  };
}
