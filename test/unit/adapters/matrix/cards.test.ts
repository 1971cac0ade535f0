/** A card of several messages: its reactions stand below the last one, can be pressed there, and move with it. */
import { beforeEach, expect, test } from '@jest/globals';
import { createReactions } from '../../../../adapters/matrix/receive/reactions.ts';
import { emptyState } from '../../../../adapters/matrix/rooms/state.ts';
import { type Content, RoomEvent } from '../../../../adapters/matrix/schema.ts';
import { createCards } from '../../../../adapters/matrix/send/cards.ts';
import { createPoster, type Poster } from '../../../../adapters/matrix/send/poster.ts';
import type { Action, Card } from '../../../../src/message/model.ts';
import type { PlatformMemory } from '../../../../src/ports/platformMemory.ts';

const BOT = '@mitwirk:example.org';
const ROOM = '!room:example.org';
const PLACE = { roomId: ROOM, person: null };

/** Event ids, with what they say or annotate, in order. */
let sent: { readonly id: string; readonly type: string; readonly content: Content }[];
let redacted: string[];
let poster: Poster;
let pressed: string[];
let react: ReturnType<typeof createReactions>;

beforeEach(() => {
  const kept = new Map<string, string>();
  sent = [];
  redacted = [];
  pressed = [];
  const memory: PlatformMemory = {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
    remove: async (key) => void kept.delete(key),
    list: async () => [],
    forgetOlder: async () => {},
  };
  const state = emptyState();
  state.members.set(BOT, { membership: 'join', name: null });
  const cards = createCards(memory);
  const parts = {
    botId: () => BOT,
    rooms: { get: async () => state },
    events: {
      async send(_room: string, type: string, content: Content) {
        const id = `$${sent.length}`;
        sent.push({ id, type, content });
        return id;
      },
      redact: async (_room: string, id: string) => void redacted.push(id),
    },
    cards,
    directory: { externalIds: async () => new Map() },
    images: { send: async () => {} },
  };
  poster = createPoster(parts as unknown as Parameters<typeof createPoster>[0]);
  const presses = {
    choose: async (card: string, _deed: unknown, { label }: { label: string }) => {
      pressed.push(`${card} ${label}`);
    },
  };
  react = createReactions(cards, presses as unknown as Parameters<typeof createReactions>[1]);
});

const long = Array.from({ length: 60 }, (_, at) => `${at} ${'viel '.repeat(120)}`);

const YES: Action = {
  id: 'yes',
  emoji: '✅',
  label: 'Ja',
  command: '/vote yes B-1',
  press: { code: 'vote.yes', args: { vote: 'B-1' }, process: null },
  style: 'plain',
};

function card(paragraphs: readonly string[]): Card {
  return {
    title: 'Beschlussvorlage',
    body: [
      ...paragraphs.map((text) => ({ n: 'paragraph', text: [{ t: 'text', text }] }) as const),
      {
        n: 'actions',
        items: [YES],
      },
    ],
    attention: 'quiet',
  };
}

const seeds = () => sent.filter(({ type }) => type === 'm.reaction');
const targetOf = (content: Content) => (content['m.relates_to'] as { event_id: string }).event_id;
const press = (target: string) =>
  react(
    ROOM,
    RoomEvent.parse({
      type: 'm.reaction',
      event_id: '$press',
      sender: '@amt:example.org',
      content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: target, key: '✅' } },
    }),
  );

test('can be pressed where its reactions stand, and on its first message', async () => {
  const first = await poster.post(PLACE, card(long), 'key');
  const [seed] = seeds();
  const target = targetOf(seed?.content ?? {});

  await press(target);
  await press(first);

  expect(target).not.toBe(first);
  expect(pressed).toEqual([`${first} Ja`, `${first} Ja`]);
});

test.each([
  ['grows', ['kurz'], long],
  ['shrinks', long, ['kurz']],
])('that %s keeps its reactions at its end', async (_what, before, after) => {
  const first = await poster.post(PLACE, card(before), 'key');
  const [old] = seeds();

  await poster.edit(PLACE, first, card(after), 'change');

  const target = targetOf(seeds().at(-1)?.content ?? {});
  expect(seeds()).toHaveLength(2);
  expect(redacted).toContain(old?.id);
  expect(target).not.toBe(targetOf(old?.content ?? {}));
  await press(target);
  expect(pressed).toEqual([`${first} Ja`]);
});
