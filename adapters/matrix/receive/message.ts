/** Text messages: typed commands, also in reply to another message, and corrections of refused ones. */

import type { Clock } from '../../../src/ports/clock.ts';
import type { Inbound } from '../../../src/ports/inbound.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { sentence } from '../notes.ts';
import { matrixTo } from '../render/html.ts';
import { localpartOf, serverOf } from '../rooms/names.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { RoomState } from '../rooms/state.ts';
import { type Content, MessageContent, type RoomEvent } from '../schema.ts';
import { commandIn, ownWords } from './addressed.ts';
import type { Deed, Desk } from './desk.ts';
import type { Forms } from './forms.ts';
import { readMentions } from './mentions.ts';

export interface MessageParts {
  readonly botId: () => string;
  readonly rooms: Rooms;
  readonly desk: Desk;
  readonly forms: Forms;
  readonly memory: PlatformMemory;
  readonly clock: Clock;
  /** An event of a room by its id, readable; null when it cannot be had. */
  readonly eventById: (roomId: string, eventId: string) => Promise<RoomEvent | null>;
  readonly localeOf: (userId: string) => Promise<string>;
}

/** A refused command may be corrected by editing it for so long. */
const CORRECTION_MS = 5 * 60_000;
const REFUSED = 'refused:';

export interface Messages {
  receive(roomId: string, event: RoomEvent): Promise<void>;
  forgetOld(): Promise<void>;
}

export function createMessages({
  botId,
  rooms,
  desk,
  forms,
  memory,
  clock,
  eventById,
  localeOf,
}: MessageParts): Messages {
  /** `original` is the message that was edited; the event itself otherwise. */
  async function handle(roomId: string, event: RoomEvent, content: MessageContent, original: string): Promise<void> {
    const deed = await deedOf(roomId, event, content);
    if (!deed) return;
    const { refused } = await desk.hand(deed);
    if (refused) await memory.set(REFUSED + original, `${event.sender} ${clock.now().toISOString()}`, event.sender);
    else if (original !== event.event_id) await memory.remove(REFUSED + original);
  }

  async function deedOf(roomId: string, event: RoomEvent, content: MessageContent): Promise<Deed | null> {
    const state = await rooms.get(roomId);
    const direct = await desk.isDirect(roomId);
    const command = commandIn(ownWords(content), content, { botId: botId(), botNames: namesOf(state), direct });
    if (command === null) return null;
    const name = (userId: string) => desk.senderIn(state, userId).name;
    const { text, mentions } = readMentions(command, content, { state, botId: botId(), name });
    const said = { roomId, sender: event.sender, eventId: event.event_id, text, mentions };
    if (direct && (await forms.take(said))) return null;
    const what = { kind: 'command' as const, text, ...(await repliedTo(roomId, content)) } satisfies Inbound['what'];
    return { ...said, what, mark: true, relation: threadOf(event, content) };
  }

  function namesOf(state: RoomState): readonly string[] {
    const name = state.members.get(botId())?.name;
    return [botId().slice(1), ...(name ? [name] : []), localpartOf(botId())];
  }

  /** The words and the address of the message that is replied to. What the bot said is not taken over. */
  async function repliedTo(roomId: string, content: MessageContent) {
    const relation = content['m.relates_to'];
    const eventId = relation?.is_falling_back ? undefined : relation?.['m.in_reply_to']?.event_id;
    const replied = eventId === undefined ? null : await eventById(roomId, eventId);
    if (!replied || replied.sender === botId()) return {};
    const said = MessageContent.safeParse(replied.content);
    const permalink = `${matrixTo(roomId)}/${encodeURIComponent(replied.event_id)}?via=${serverOf(replied.sender)}`;
    return said.success ? { quoted: ownWords(said.data), permalink } : {};
  }

  /** An edit never runs a command again; only one that was refused, and so has done nothing, may be put right. */
  async function correct(roomId: string, event: RoomEvent, original: string, raw: Content): Promise<void> {
    const content = MessageContent.safeParse(raw);
    if (!content.success || content.data.msgtype !== 'm.text') return;
    const kept = (await memory.get(REFUSED + original))?.split(' ');
    const [sender, at = ''] = kept ?? [];
    if (sender === event.sender && clock.now().getTime() - new Date(at).getTime() <= CORRECTION_MS) {
      const relation = await relationOf(roomId, original);
      return handle(roomId, event, { ...content.data, 'm.relates_to': relation }, original);
    }
    if (!/^[!/]\p{L}/u.test(content.data.body.trim())) return;
    const { sender: author } = (await eventById(roomId, original)) ?? {};
    if (author !== event.sender) return;
    const deed = { roomId, sender: event.sender, eventId: event.event_id };
    desk.tell(deed, sentence(await localeOf(event.sender), 'chat.edit.ignored'));
  }

  /** An edit cannot change what a message replies to, and does not say it again. */
  async function relationOf(roomId: string, eventId: string): Promise<MessageContent['m.relates_to']> {
    const original = await eventById(roomId, eventId);
    return original ? MessageContent.safeParse(original.content).data?.['m.relates_to'] : undefined;
  }

  return {
    async receive(roomId, event) {
      const content = MessageContent.safeParse(event.content);
      // Notices are never answered, or two bots would talk for ever; emotes and files hold no commands.
      if (!content.success || content.data.msgtype !== 'm.text') return;
      const relation = content.data['m.relates_to'];
      const edited = relation?.rel_type === 'm.replace' ? relation.event_id : undefined;
      if (edited === undefined) return handle(roomId, event, content.data, event.event_id);
      return correct(roomId, event, edited, content.data['m.new_content'] ?? {});
    },
    forgetOld: () => memory.forgetOlder(REFUSED, 1),
  };
}

/** https://spec.matrix.org/v1.16/client-server-api/#threading */
function threadOf(event: RoomEvent, content: MessageContent): Content | undefined {
  const relation = content['m.relates_to'];
  if (relation?.rel_type !== 'm.thread' || relation.event_id === undefined) return undefined;
  const reply = { 'm.in_reply_to': { event_id: event.event_id }, is_falling_back: true };
  return { 'm.relates_to': { rel_type: 'm.thread', event_id: relation.event_id, ...reply } };
}
