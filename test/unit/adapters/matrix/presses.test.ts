/** The row of what a person has chosen on a card, when events come again after a crash. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Deed, Desk } from '../../../../adapters/matrix/receive/desk.ts';
import { createPresses, type Presses } from '../../../../adapters/matrix/receive/presses.ts';
import { KeptCard, RoomEvent } from '../../../../adapters/matrix/schema.ts';
import type { ProcessId } from '../../../../src/domain/ids.ts';
import type { PlatformMemory } from '../../../../src/ports/platformMemory.ts';

const CARD = '$card';
const ROOM = '!room:example.org';
const MEMBER = '@mitglied:example.org';

let kept: Map<string, string>;
let handed: Deed[];
let told: string[];
let refusing: string | null;
let presses: Presses;

beforeEach(() => {
  kept = new Map();
  handed = [];
  told = [];
  refusing = null;
  const memory: PlatformMemory = {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
    remove: async (key) => void kept.delete(key),
    list: async (prefix) => [...kept].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => ({ key, value })),
    forgetOlder: async () => {},
  };
  const desk: Pick<Desk, 'hand' | 'tell'> = {
    async hand(deed) {
      handed.push(deed);
      const text = deed.what.kind === 'command' ? deed.what.text : '';
      const card = { title: text, body: [], attention: 'quiet' } as const;
      return { card, refused: text === refusing ? { code: 'vote.otherBallot', field: null } : null };
    },
    tell: ({ sender }) => void told.push(sender),
  };
  presses = createPresses({ desk: desk as Desk, memory, localeOf: async () => 'de' });
});

const choose = (event: string, choice: string) =>
  presses.choose(
    CARD,
    { roomId: ROOM, sender: MEMBER, eventId: event },
    { label: choice, command: `/vote ${choice}`, undo: `/vote retract ${choice}` },
  );

/** Presses a button whose press is not taken back. */
const press = (event: string, label: string) =>
  presses.choose(CARD, { roomId: ROOM, sender: MEMBER, eventId: event }, { label, command: `/task ${label}` });

const redact = (redacted: string, by = MEMBER) =>
  presses.redact(
    ROOM,
    RoomEvent.parse({
      type: 'm.room.redaction',
      event_id: `$gone of ${redacted}`,
      sender: by,
      content: { redacts: redacted },
    }),
  );

const did = () => handed.map(({ eventId, key = eventId, what }) => [key, what.kind === 'command' ? what.text : '']);
const standing = async () => (await presses.choices(CARD, MEMBER)).map(({ event }) => event);

test('a press that comes again keeps its place', async () => {
  await choose('$yes', 'yes');
  await choose('$no', 'no');
  await choose('$yes', 'yes');

  expect(await standing()).toEqual(['$yes', '$no']);
});

test('the same removal is done once, under keys that make a second time harmless', async () => {
  await choose('$yes', 'yes');
  await choose('$no', 'no');
  const before = new Map(kept);

  await redact('$no');
  await redact('$no');
  const once = did();
  kept = before;
  await redact('$no');

  expect(once.slice(2)).toEqual([
    ['$gone of $no', '/vote retract no'],
    ['$gone of $no again', '/vote yes'],
  ]);
  expect(did().slice(once.length)).toEqual(once.slice(2));
  expect(await standing()).toEqual(['$yes']);
});

test('where something else is recorded nothing is handed in again', async () => {
  await choose('$yes', 'yes');
  await choose('$no', 'no');
  refusing = '/vote retract no';

  await redact('$no');

  expect(did().slice(2)).toEqual([['$gone of $no', '/vote retract no']]);
  expect(await standing()).toEqual(['$yes']);
});

test('what was refused is not remembered, so that removing it says nothing', async () => {
  refusing = '/vote yes';
  await choose('$yes', 'yes');

  await redact('$yes');

  expect(handed).toHaveLength(1);
  expect(told).toEqual([]);
});

test('where the earlier one cannot be handed in again, the person is told what was taken back', async () => {
  await choose('$yes', 'yes');
  await choose('$no', 'no');
  refusing = '/vote yes';

  await redact('$no');

  expect(told).toEqual([MEMBER]);
});

test('what has no way back stays, which the person is told once', async () => {
  await press('$accept', 'accept');
  await press('$done', 'done');

  await redact('$done');
  await redact('$accept');

  expect(told).toEqual([MEMBER]);
  expect(did()).toHaveLength(2);
});

test('somebody else removes nothing from the row, and the person is told', async () => {
  await choose('$yes', 'yes');
  await choose('$no', 'no');

  await redact('$yes', '@moderation:example.org');
  expect(told).toEqual([]);
  await redact('$no', '@moderation:example.org');

  expect(told).toEqual([MEMBER]);
  expect(did()).toHaveLength(2);
  expect(await standing()).toEqual(['$yes', '$no']);
});

describe('what is kept', () => {
  const VOTE = { args: { vote: 'B-3' }, process: 7 as ProcessId };
  const YES = { code: 'vote.yes', ...VOTE };
  const BACK = { code: 'vote.retract', args: { vote: 'B-3', choice: 'yes' }, process: VOTE.process };

  test('is what the button carries, and what takes it back', async () => {
    const deed = { roomId: ROOM, sender: MEMBER, eventId: '$yes' };
    await presses.choose(CARD, deed, { label: 'Ja', command: '/beschluss ja B-3', press: YES, undo: BACK });
    await redact('$yes');

    expect(handed.map(({ what }) => what)).toEqual([
      { kind: 'press', ...YES },
      { kind: 'press', ...BACK },
    ]);
  });

  test('of a card by an earlier version is still read', () => {
    const button = { label: 'Ja', command: '/beschluss ja B-3', undo: '/beschluss zurücknehmen B-3 ja' };
    const card = {
      room: ROOM,
      parts: [CARD],
      buttons: [{ emoji: '✅', ...button }],
      seeds: {},
      seeded: 0,
      poll: { event: '$poll', options: [{ id: 'vote.yes', ...button }], undo: button.undo, ended: false },
    };

    expect(KeptCard.parse(card)).toEqual(card);
  });

  test('by an earlier version is words, handed in as they stand', async () => {
    const choice = { event: '$yes', label: 'Ja', command: '/beschluss ja B-3', undo: '/beschluss zurücknehmen B-3 ja' };
    kept.set(`choices:${CARD} ${MEMBER}`, JSON.stringify([choice, { ...choice, event: '$again' }]));
    kept.set('press:$again', JSON.stringify({ card: CARD, person: MEMBER }));
    await redact('$again');

    expect(handed.map(({ what }) => what)).toEqual([
      { kind: 'command', text: choice.undo, pressed: true },
      { kind: 'command', text: choice.command, pressed: true },
    ]);
  });
});
