/** Speaking, pressing and filling in, as the page and the shell share it. */
import { describe, expect, test } from '@jest/globals';
import { type Conversation, createConversation, visible } from '../../../../adapters/local/conversation.ts';
import { action, actions, card, sentence } from '../../../../src/cards/build.ts';
import type { ProcessId } from '../../../../src/domain/ids.ts';
import { createStandingClock } from '../../../../src/main/clock.ts';
import type { Action, Card } from '../../../../src/message/model.ts';
import type { Carried } from '../../../../src/message/press.ts';
import type { Bot } from '../../../../src/ports/bot.ts';
import type { Answer, Inbound } from '../../../../src/ports/inbound.ts';
import type { NewTimelineEntry, Timeline, TimelineEntry } from '../../../../src/ports/timeline.ts';
import { phrases } from '../../../../src/text/phrases.ts';

const say = phrases('de');
const SPEAKER = { person: 'anna', room: 'steuerung' };

/** What reached the bot and what stands in the timeline; the bot answers as it is told. */
function scene(answer: Answer = { card: null, refused: null }) {
  const heard: Inbound[] = [];
  const entries: TimelineEntry[] = [];
  const known = { people: new Map<string, string>(), introduced: [] as string[] };
  const timeline: Partial<Timeline> = {
    append: async (key: string, entry: NewTimelineEntry) => {
      const sequence = entries.length + 1;
      const added = { ...entry, sequence, messageId: key, order: sequence, postedAt: entry.at, edit: false };
      entries.push(added);
      return added;
    },
    message: async (id) => entries.find((entry) => entry.messageId === id) ?? null,
    people: async () => [...known.people].map(([id, name]) => ({ id, name })),
    rooms: async () => [{ id: 'steuerung', name: 'Steuerung' }],
    ensurePerson: async ({ id, name }) => void known.people.set(id, name),
  };
  const bot: Partial<Bot> = {
    async handle(inbound) {
      heard.push(inbound);
      return answer;
    },
    introduce: async (_platform, { externalId }) => void known.introduced.push(externalId),
  };
  const ports = {
    bot: bot as Bot,
    timeline: timeline as Timeline,
    clock: createStandingClock(new Date(0)),
    changed: () => {},
  };
  return { heard, entries, known, bot, timeline, conversation: createConversation(ports) as Conversation };
}

function posted(entries: TimelineEntry[], shown: Card, change: Partial<TimelineEntry> = {}): void {
  const entry = {
    sequence: 1,
    order: 1,
    room: 'steuerung',
    author: null,
    onlyFor: null,
    text: null,
    postedAt: new Date(0),
    at: new Date(0),
    edit: false,
  };
  entries.push({ ...entry, messageId: 'posted', card: shown, ...change });
}

const DONE = action(say, { family: 'task', verb: 'done', args: { task: 'A-3' }, emoji: '✅' });
const CARD = card('A-3', [actions(DONE)]);

describe('meeting somebody', () => {
  test('makes them known to the bot before the chat, so that a crash in between is made good', async () => {
    const { conversation, known, timeline } = scene();
    timeline.ensurePerson = async () => {
      throw new Error('killed');
    };

    await expect(conversation.meet({ id: 'ben', name: 'Ben' })).rejects.toThrow('killed');
    timeline.ensurePerson = async ({ id, name }) => void known.people.set(id, name);
    await conversation.meet({ id: 'ben', name: 'Ben' });

    expect(known.introduced).toEqual(['ben', 'ben']);
    expect(known.people.get('ben')).toBe('Ben');
  });

  test('who is known already changes nothing', async () => {
    const { conversation, known } = scene();
    await conversation.meet({ id: 'ben', name: 'Ben' });
    await conversation.meet({ id: 'ben', name: 'Benjamin' });

    expect(known.introduced).toEqual(['ben']);
    expect(known.people.get('ben')).toBe('Ben');
  });
});

describe('what is said', () => {
  test('stands in the room for everybody', async () => {
    const { conversation, entries } = scene();

    await conversation.say(SPEAKER, 'Guten Morgen', 'k1');

    expect(entries).toMatchObject([{ author: 'anna', onlyFor: null, text: 'Guten Morgen' }]);
  });

  test('as a command concerns the person alone, and so does the answer', async () => {
    const { conversation, entries, heard } = scene({ card: sentence('Antwort'), refused: null });

    await conversation.say(SPEAKER, '/ich', 'k1');

    expect(entries).toMatchObject([
      { messageId: 'say:k1', author: 'anna', onlyFor: 'anna', text: '/ich' },
      { messageId: 'answer:k1', author: null, onlyFor: 'anna' },
    ]);
    expect(heard).toMatchObject([{ platform: 'local', key: 'k1', room: { kind: 'channel', name: 'Steuerung' } }]);
  });

  test('in a direct chat is answered there', async () => {
    const { conversation, entries, heard } = scene({ card: sentence('Antwort'), refused: null });

    await conversation.say({ person: 'anna', room: 'dm/anna' }, 'ich', 'k1');

    expect(entries.at(-1)).toMatchObject({ room: 'dm/anna', onlyFor: null });
    expect(heard[0]?.room.kind).toBe('direct');
  });

  test('is kept without the characters that no store keeps', async () => {
    const { conversation, entries } = scene();

    await conversation.say(SPEAKER, 'a\0b\u001b[31m\r\nc', 'k1');

    expect(entries[0]?.text).toBe('ab[31m\nc');
  });
});

describe('a button', () => {
  test('is what it carries', async () => {
    const { conversation, entries, heard } = scene();
    posted(entries, CARD);

    const answer = await conversation.press(SPEAKER, 'posted', { ...DONE.press }, 'k1');

    expect(answer.refused).toBeNull();
    expect(heard).toMatchObject([{ what: { kind: 'press', code: 'task.done', args: { task: 'A-3' }, process: null } }]);
  });

  test('of a card that an earlier version wrote is its command', async () => {
    const { conversation, entries, heard } = scene();
    const { press: _, ...before } = DONE;
    posted(entries, { ...CARD, body: [{ n: 'actions', items: [before as Action] }] });

    const answer = await conversation.press(SPEAKER, 'posted', '/aufgabe erledigt A-3', 'k1');

    expect(answer.refused).toBeNull();
    expect(heard.map(({ what }) => what)).toEqual([{ kind: 'command', text: '/aufgabe erledigt A-3', pressed: true }]);
  });

  test.each<[string, string, Carried, Partial<TimelineEntry>]>([
    ['of a message that is not there', 'gone', DONE.press, {}],
    ['that the card does not have', 'posted', { ...DONE.press, code: 'process.archive' }, {}],
    ['with another argument', 'posted', { ...DONE.press, args: { task: 'A-4' } }, {}],
    ['for another process', 'posted', { ...DONE.press, process: 2 as ProcessId }, {}],
    ['in the words of its command', 'posted', DONE.command, {}],
    ['of a card in another room', 'posted', DONE.press, { room: 'ag-bildung' }],
    ['of a card for somebody else alone', 'posted', DONE.press, { onlyFor: 'ben' }],
    ['of a message without a card', 'posted', DONE.press, { card: null }],
  ])('%s is refused and never reaches the bot', async (_name, message, carried, change) => {
    const { conversation, entries, heard } = scene();
    posted(entries, CARD, change);

    const answer = await conversation.press(SPEAKER, message, carried, 'k1');

    expect(answer).toEqual({ card: null, refused: { code: 'button.gone', field: null } });
    expect(heard).toEqual([]);
  });
});

describe('a form', () => {
  test('that is refused says why beside its fields, not in the room', async () => {
    const { conversation, entries } = scene({
      card: sentence('Nein'),
      refused: { code: 'field.missing', field: 'text' },
    });

    await conversation.submit(SPEAKER, 'task.add', {}, 'k1');

    expect(entries).toEqual([]);
  });

  test('that is accepted is answered like words', async () => {
    const { conversation, entries } = scene({ card: sentence('Ja'), refused: null });

    await conversation.submit(SPEAKER, 'task.done', { task: 'A-3' }, 'k1');

    expect(entries).toMatchObject([{ messageId: 'answer:k1', onlyFor: 'anna' }]);
  });
});

test('a message for one person is seen by that person in its room, and by nobody else', () => {
  const entry = { room: 'steuerung', onlyFor: 'anna' } as TimelineEntry;

  expect(visible(entry, SPEAKER)).toBe(true);
  expect(visible(entry, { person: 'ben', room: 'steuerung' })).toBe(false);
  expect(visible(entry, { person: 'anna', room: 'ag-bildung' })).toBe(false);
  expect(visible({ ...entry, onlyFor: null }, { person: 'ben', room: 'steuerung' })).toBe(true);
});
