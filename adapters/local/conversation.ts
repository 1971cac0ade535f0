/** What people do in the local chat: speak, press a button, fill in a form. The page and the shell share it. */
import { randomUUID } from 'node:crypto';
import type { Card } from '../../src/message/model.ts';
import { actionsOf } from '../../src/message/plain.ts';
import { type Carried, carriedBy, carriedText, contentOf } from '../../src/message/press.ts';
import type { Bot } from '../../src/ports/bot.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Answer, InboundContent, Sender } from '../../src/ports/inbound.ts';
import type { LocalPerson, Timeline, TimelineEntry } from '../../src/ports/timeline.ts';
import { storable } from '../../src/text/storable.ts';
import { LOCAL } from './chat.ts';
import { mentionsIn } from './mentions.ts';
import { personOfDirectRoom } from './rooms.ts';

export interface Speaker {
  readonly person: string;
  /** `steuerung`, or `dm/vorsitz`. */
  readonly room: string;
}

export interface Conversation {
  /** Makes a person known to the chat and to the bot; someone known already keeps their name. */
  meet(person: LocalPerson): Promise<void>;
  /** Says something; `key` makes a repeated delivery of the same words harmless. */
  say(speaker: Speaker, text: string, key?: string): Promise<Answer>;
  /** Presses the button of a message that carries this; what none of its buttons carries is refused. */
  press(speaker: Speaker, messageId: string, carried: Carried, key?: string): Promise<Answer>;
  submit(speaker: Speaker, command: string, values: Readonly<Record<string, string>>, key?: string): Promise<Answer>;
}

export interface ConversationPorts {
  readonly bot: Bot;
  readonly timeline: Timeline;
  readonly clock: Clock;
  /** Called after the timeline has changed. */
  readonly changed: () => void;
}

const BUTTON_GONE: Answer = { card: null, refused: { code: 'button.gone', field: null } };

export function createConversation({ bot, timeline, clock, changed }: ConversationPorts): Conversation {
  async function handle(speaker: Speaker, what: InboundContent, key: string): Promise<Answer> {
    const answer = await bot.handle({
      platform: LOCAL,
      key,
      origin: LOCAL,
      sender: senderFrom({ id: speaker.person, name: await nameOf(timeline, speaker.person) }),
      mentions: mentionsIn(what, await timeline.people()),
      room: await roomOf(timeline, speaker.room),
      what,
    });
    // A refused form says why beside its fields; the timeline is for what was said.
    const besideFields = what.kind === 'form' && answer.refused !== null;
    if (answer.card && !besideFields) await show(speaker, answer.card, key);
    return answer;
  }

  async function show(speaker: Speaker, card: Card, key: string): Promise<void> {
    const onlyFor = personOfDirectRoom(speaker.room) === null ? speaker.person : null;
    const entry = { room: speaker.room, author: null, onlyFor, text: null, card, at: clock.now() };
    await timeline.append(`answer:${key}`, entry);
    changed();
  }

  return {
    async meet(person) {
      if ((await timeline.people()).some((known) => known.id === person.id)) return;
      // The bot first: whoever the chat knows is taken to be known to the bot, also after a crash between the two.
      await bot.introduce(LOCAL, senderFrom(person));
      await timeline.ensurePerson(person);
    },
    async say(speaker, text, key = randomUUID()) {
      const entry = {
        room: speaker.room,
        author: speaker.person,
        onlyFor: isCommand(text) && personOfDirectRoom(speaker.room) === null ? speaker.person : null,
        text: storable(text),
        card: null,
        at: clock.now(),
      };
      await timeline.append(`say:${key}`, entry);
      changed();
      return handle(speaker, { kind: 'command', text }, key);
    },
    async press(speaker, messageId, carried, key = randomUUID()) {
      const message = await timeline.message(messageId);
      const there = message?.card && visible(message, speaker) ? actionsOf(message.card) : [];
      if (!there.some((action) => carriedText(carriedBy(action)) === carriedText(carried))) return BUTTON_GONE;
      return handle(speaker, contentOf(carried), key);
    },
    submit: (speaker, command, values, key = randomUUID()) => handle(speaker, { kind: 'form', command, values }, key),
  };
}

function senderFrom({ id, name }: LocalPerson): Sender {
  return { externalId: id, origin: LOCAL, handle: id, name };
}

/** What is typed to the bot in a room is between the two: nobody is to see a ballot before the vote has ended. */
function isCommand(text: string): boolean {
  return /^[\s\u200b]*[/!]\p{L}/u.test(text);
}

/** Whether somebody in a room sees a message. */
export function visible(entry: TimelineEntry, { person, room }: Speaker): boolean {
  return entry.room === room && (entry.onlyFor === null || entry.onlyFor === person);
}

async function nameOf(timeline: Timeline, person: string): Promise<string> {
  return (await timeline.people()).find((known) => known.id === person)?.name ?? person;
}

async function roomOf(timeline: Timeline, room: string) {
  if (personOfDirectRoom(room) !== null) return { externalId: room, kind: 'direct' as const, name: room };
  const name = (await timeline.rooms()).find((known) => known.id === room)?.name ?? room;
  return { externalId: room, kind: 'channel' as const, name };
}
