/**
 * Answers in the polls of the bot's own cards: each is handed in as its command, and what counts is what the application
 * makes of it. As the proposal has it, the last answer of a person counts, one with an unknown option spoils it, and an empty
 * one takes it back. Unlike there, "last" is the order in which the homeserver delivers, since a time that a client
 * writes into its event proves nothing, and a spoilt answer leaves what was recorded before.
 */
import { carriedText } from '../../../src/message/press.ts';
import { sentence } from '../notes.ts';
import { POLL_START } from '../render/poll.ts';
import { PollResponse, type RoomEvent } from '../schema.ts';
import type { Cards } from '../send/cards.ts';
import type { Desk } from './desk.ts';
import type { Presses } from './presses.ts';

interface Parts {
  readonly cards: Cards;
  readonly presses: Presses;
  readonly desk: Desk;
  readonly botId: () => string;
  /** An event of a room by its id, readable; null when it cannot be had. */
  readonly eventById: (roomId: string, eventId: string) => Promise<RoomEvent | null>;
  readonly localeOf: (userId: string) => Promise<string>;
}

export function createPolls({ cards, presses, desk, botId, eventById, localeOf }: Parts) {
  return async function respond(roomId: string, event: RoomEvent): Promise<void> {
    const content = PollResponse.safeParse(event.content);
    if (!content.success) return;
    const deed = { roomId, sender: event.sender, eventId: event.event_id };
    const { event_id: poll } = content.data['m.relates_to'];
    const card = await cards.ofPoll(poll);
    if (!card?.poll) {
      // It was begun a moment ago, and a crash kept it from being remembered; or so long ago that it is forgotten.
      const begun = await eventById(roomId, poll);
      if (begun?.sender === botId() && begun.type === POLL_START)
        desk.tell(deed, sentence(await localeOf(event.sender), 'matrix.poll.unknown'));
      return;
    }
    if (card.room !== roomId) return;
    const { options, undo } = card.poll;
    const name = card.parts[0] ?? '';
    const selected = selectionsOf(content.data)?.map((id) => options.find((option) => option.id === id));
    const [first] = selected ?? [];
    if (!selected?.every((option) => option !== undefined)) {
      desk.tell(deed, sentence(await localeOf(event.sender), 'matrix.poll.unknown'));
    } else if (first) {
      const { id: _, ...choice } = first;
      await presses.choose(name, deed, choice);
    } else {
      // Takes back what the person chose in it, not what they have voted in another way since then.
      const standing = await presses.choices(name, event.sender);
      const inPoll = new Set(options.flatMap((option) => (option.undo === undefined ? [] : carriedText(option.undo))));
      const last = standing.findLast((choice) => choice.undo !== undefined && inPoll.has(carriedText(choice.undo)));
      const carried = last?.undo ?? undo;
      const what = typeof carried === 'string' ? { command: carried } : { command: '', press: carried };
      await presses.choose(name, deed, { label: '', ...what, blank: true });
    }
  };
}

/** Null: there is none that can be read. */
function selectionsOf(response: PollResponse): readonly string[] | null {
  const answers = response['org.matrix.msc3381.poll.response'] ?? response['m.poll.response'];
  return answers?.answers ?? response['m.selections'] ?? null;
}
