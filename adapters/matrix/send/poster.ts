/** Posts and edits cards in rooms: in as many messages as they need, with the reactions that can be pressed, and the poll. */

import type { Card, Poll } from '../../../src/message/model.ts';
import { actionsOf } from '../../../src/message/plain.ts';
import { ChatError, RoomLost } from '../../../src/ports/chat.ts';
import type { Directory } from '../../../src/ports/directory.ts';
import { createLanes } from '../../kit/lanes.ts';
import { namedIn } from '../../kit/named.ts';
import { MATRIX } from '../options.ts';
import { contentsOf, editOf } from '../render/content.ts';
import { familyNames } from '../render/familyNames.ts';
import { POLL_START } from '../render/poll.ts';
import { maySend } from '../rooms/power.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { isJoined, type RoomState } from '../rooms/state.ts';
import type { Content, KeptCard } from '../schema.ts';
import type { Cards } from './cards.ts';
import type { Events } from './events.ts';
import type { Images } from './images.ts';
import { patiently } from './patience.ts';
import { bringUpToDate, isPollDue, pollOf } from './polls.ts';
import { buttonsOf, seed } from './seeds.ts';
import { transactionId } from './transaction.ts';

export interface Place {
  readonly roomId: string;
  /** Whose direct chat it is; null: a room of many. */
  readonly person: string | null;
  /** Further fields of each message, such as the thread it stands in. */
  readonly relation?: Content;
}

export interface Poster {
  /** Gives the id of the first message. The same key posts once. @throws ChatError, HomeserverError */
  post(place: Place, card: Card, key: string): Promise<string>;
  /** `eventId` is what `post` gave. @throws ChatError, HomeserverError */
  edit(place: Place, eventId: string, card: Card, key: string): Promise<void>;
}

interface Parts {
  readonly botId: () => string;
  readonly rooms: Rooms;
  readonly events: Events;
  readonly cards: Cards;
  readonly directory: Directory;
  readonly images: Images;
}

/** Further messages of a card follow at once; the server may ask to wait a little. */
const PATIENCE_MS = 20_000;
const REPLACED_RETRY_MS = 60_000;

export function createPoster({ botId, rooms, events, cards, directory, images }: Parts): Poster {
  /** By room: a card of several messages is whole before the next one begins, and a picture stands below its own card. */
  const inRoom = createLanes();

  /** @throws ChatError when the bot cannot speak there */
  async function stateFor({ roomId }: Place): Promise<RoomState> {
    const state = await rooms.get(roomId);
    if (!isJoined(state, botId())) throw new RoomLost(`The bot is not in ${roomId}`);
    if (state.replacedBy)
      throw new ChatError(`${roomId} was replaced, and the bot is not in the new room yet`, REPLACED_RETRY_MS);
    if (!maySend(state, botId(), 'm.room.message')) throw new RoomLost(`The bot may not speak in ${roomId}`);
    return state;
  }

  async function render(place: Place, card: Card): Promise<readonly [Content, ...Content[]]> {
    const state = await stateFor(place);
    const known = await directory.externalIds(MATRIX, namedIn(card));
    const there = new Map([...known].filter(([, userId]) => isJoined(state, userId)));
    const addressed = place.person === null ? [...there.values()] : [place.person];
    const notify = addressed.filter((userId) => userId !== botId());
    return contentsOf(card, { people: there, families: familyNames(), notify });
  }

  function send(place: Place, content: Content, key: string, index: number): Promise<string> {
    return events.send(place.roomId, 'm.room.message', { ...content, ...place.relation }, transactionId(key, index));
  }

  async function sendRest(place: Place, contents: readonly Content[], key: string): Promise<readonly string[]> {
    const sent: string[] = [];
    for (const [index, content] of contents.entries()) {
      sent.push(await patiently(() => send(place, content, key, index + 1), PATIENCE_MS));
    }
    return sent;
  }

  /** The reactions move to the new end of a card. */
  async function unseeded(roomId: string, seeds: KeptCard['seeds']): Promise<KeptCard['seeds']> {
    for (const seed of Object.values(seeds)) {
      await patiently(() => events.redact(roomId, seed, transactionId('unseed', seed)), PATIENCE_MS);
    }
    return {};
  }

  /** Remembered first, so that nobody presses what is not known yet. */
  async function offer(
    { roomId, person }: Place,
    eventId: string,
    card: KeptCard,
    poll: Poll | undefined,
  ): Promise<void> {
    await cards.set(eventId, card, person);
    const seeded = await seed(events, card);
    await cards.set(eventId, seeded, person);
    if (!isPollDue(seeded.poll, poll) || !maySend(await rooms.get(roomId), botId(), POLL_START)) return;
    const kept = await bringUpToDate(events, seeded, poll);
    if (kept) await cards.set(eventId, { ...seeded, poll: kept }, person);
  }

  async function post(place: Place, card: Card, key: string): Promise<string> {
    const [first, ...rest] = await render(place, card);
    const eventId = await send(place, first, key, 0);
    const parts = [eventId, ...(await sendRest(place, rest, key))];
    await images.send(place, card, key);
    const buttons = buttonsOf(actionsOf(card));
    const poll = pollOf(card);
    if (parts.length === 1 && buttons.length === 0 && !poll) return eventId;
    const before = await cards.get(eventId);
    await offer(place, eventId, before ?? { room: place.roomId, parts, buttons, seeds: {}, seeded: 0 }, poll);
    return eventId;
  }

  async function edit(place: Place, eventId: string, card: Card, key: string): Promise<void> {
    const contents = await render(place, card);
    const before = await cards.get(eventId);
    const old = before?.parts ?? [eventId];
    for (const [index, content] of contents.slice(0, old.length).entries()) {
      await patiently(() => send(place, editOf(old[index] ?? eventId, content), key, index), PATIENCE_MS);
    }
    for (const gone of old.slice(contents.length)) {
      await patiently(() => events.redact(place.roomId, gone, transactionId('shorter', gone)), PATIENCE_MS);
    }
    const added = await sendRest(place, contents.slice(old.length), `${key} more`);
    const parts = [...old.slice(0, contents.length), ...added];
    const buttons = buttonsOf(actionsOf(card));
    const poll = pollOf(card);
    if (!before && parts.length === 1 && buttons.length === 0 && !poll) return;
    const { seeds: set, seeded, poll: kept } = before ?? { seeds: {}, seeded: 0 };
    const seeds = parts.at(-1) === old.at(-1) ? set : await unseeded(place.roomId, set);
    await offer(place, eventId, { room: place.roomId, parts, buttons, seeds, seeded, poll: kept }, poll);
  }

  return {
    post: (place, card, key) => inRoom(place.roomId, () => post(place, card, key)),
    edit: (place, eventId, card, key) => inRoom(place.roomId, () => edit(place, eventId, card, key)),
  };
}
