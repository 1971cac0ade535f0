/** Hands what people did to the application, and gives them the answer where nobody else reads it. */
import type { Card } from '../../../src/message/model.ts';
import type { Answer, InboundContent, Mention, Sender } from '../../../src/ports/inbound.ts';
import type { Log } from '../../../src/ports/log.ts';
import { createUnderWay } from '../../kit/underWay.ts';
import { inTime } from '../../kit/waiting.ts';
import type { Client } from '../http/client.ts';
import { PATIENCE_MS } from '../limits.ts';
import { MATRIX, type MatrixBot } from '../options.ts';
import type { DirectChats } from '../rooms/direct.ts';
import { localpartOf, roomName, serverOf, shownName } from '../rooms/names.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { RoomState } from '../rooms/state.ts';
import type { Content } from '../schema.ts';
import type { Events } from '../send/events.ts';
import { patiently } from '../send/patience.ts';
import type { Poster } from '../send/poster.ts';
import { transactionId } from '../send/transaction.ts';
import type { Spaces } from '../spaces/spaces.ts';

export interface Deed {
  readonly roomId: string;
  readonly sender: string;
  /** The event it was. */
  readonly eventId: string;
  /** The same is done once; the event's id where it is left out. An event that does two things has two. */
  readonly key?: string;
  readonly what: InboundContent;
  readonly mentions?: readonly Mention[];
  /** Marks the message in the room when its answer is in the direct chat. */
  readonly mark?: true;
  /** Puts an answer in a direct chat into the thread the command came from. */
  readonly relation?: Content | undefined;
  /** Stands above the answer to what was accepted. */
  readonly lead?: Card;
  /** What was accepted is answered by something else. */
  readonly answer?: 'refusals';
}

export interface Desk {
  /** Resolves when the application has done it; the answer may still be on its way. */
  hand(deed: Deed): Promise<Answer>;
  /** Says something to one person alone. */
  tell(deed: Omit<Deed, 'what'>, card: Card): void;
  isDirect(roomId: string): Promise<boolean>;
  senderIn(state: RoomState, userId: string): Sender;
  /** Waits for answers on their way, but no longer than so many milliseconds. */
  settle(milliseconds: number): Promise<void>;
}

interface Parts {
  readonly bot: MatrixBot;
  readonly client: Client;
  readonly rooms: Rooms;
  readonly spaces: Pick<Spaces, 'seen'>;
  readonly direct: DirectChats;
  readonly poster: Poster;
  readonly events: Events;
  readonly log: Log;
}

/** Under a command in a room: the answer is in the direct chat. */
const ANSWERED = '✉️';

export function createDesk({ bot, client, rooms, spaces, direct, poster, events, log }: Parts): Desk {
  const underWay = createUnderWay();
  const ownServer = () => serverOf(client.session.userId);

  function inBackground(work: () => Promise<unknown>): void {
    underWay.add(work().catch((error: unknown) => log.error('an answer could not be given', error)));
  }

  async function isDirect(roomId: string): Promise<boolean> {
    return direct.isDirect(roomId, await rooms.get(roomId));
  }

  async function answer(
    { roomId, sender, eventId, mark, relation }: Omit<Deed, 'what'>,
    card: Card,
    key: string,
  ): Promise<void> {
    if (await isDirect(roomId)) {
      const place = { roomId, person: sender, ...(relation ? { relation } : {}) };
      await patiently(() => poster.post(place, card, key), PATIENCE_MS);
      return;
    }
    const place = { roomId: await patiently(() => direct.roomFor(sender), PATIENCE_MS), person: sender };
    await patiently(() => poster.post(place, card, key), PATIENCE_MS);
    if (!mark) return;
    const content = { 'm.relates_to': { rel_type: 'm.annotation', event_id: eventId, key: ANSWERED } };
    await events.send(roomId, 'm.reaction', content, transactionId('answered', eventId)).catch(() => undefined);
  }

  function senderIn(state: RoomState, userId: string): Sender {
    return {
      externalId: userId,
      origin: serverOf(userId),
      handle: localpartOf(userId),
      name: shownName(state, userId, ownServer()),
    };
  }

  return {
    isDirect,
    senderIn,
    async hand(deed) {
      const { roomId, sender, eventId, key = eventId, what, mentions = [], lead } = deed;
      await spaces.seen();
      const state = await rooms.get(roomId);
      const kind = (await isDirect(roomId)) ? 'direct' : 'channel';
      const answered = await bot.handle({
        platform: MATRIX,
        key,
        origin: ownServer(),
        sender: senderIn(state, sender),
        mentions,
        room: { externalId: roomId, kind, name: roomName(state, roomId, client.session.userId, ownServer()) },
        what,
      });
      const { card, refused } = answered;
      if (!card || (deed.answer === 'refusals' && !refused)) return answered;
      const shown = lead && !refused ? { ...card, body: [...lead.body, ...card.body] } : card;
      // What failed and works when it comes again has another answer.
      inBackground(() => answer(deed, shown, `answer ${key} ${refused?.code ?? ''}`));
      return answered;
    },
    tell: (deed, card) => inBackground(() => answer(deed, card, `note ${deed.eventId}`)),
    async settle(milliseconds) {
      await inTime(milliseconds, underWay.settle());
    },
  };
}
