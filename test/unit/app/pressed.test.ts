/** A button acts in the process of its card, whatever the room or the direct chat is about when it is pressed. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ProcessId } from '../../../src/domain/ids.ts';
import { actionsOf } from '../../../src/message/plain.ts';
import { contentOf, type Press } from '../../../src/message/press.ts';
import {
  type Conversation,
  type Conversations,
  linesOf,
  openConversations,
  senderCalled,
} from '../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
});
afterAll(() => conversations.close());

/** Two towns with the same ids; `beide` has a card of each task, and `erste` coordinates both. */
beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00', ['erste']);
  await talk.says('beide@irgendwo', '/mitwirk');
  for (const town of ['A', 'B']) {
    await talk.says(`erste@rat-${town}`, `/prozess einrichten "Stadt ${town}" region BE`);
    await talk.says(`erste@rat-${town}`, '/gruppe steuerung');
    const mentions = [{ ...senderCalled('beide'), word: 'beide' }];
    await talk.hears(`erste@rat-${town}`, { kind: 'command', text: '/gruppe aufnehmen @beide' }, { mentions });
    if (town === 'B') await talk.presses('beide@dm', 'Ja, ich mache mit');
    await talk.says(`erste@rat-${town}`, `/aufgabe neu "In ${town}" @beide`);
  }
});

const stateIn = async (town: string) =>
  /Stand: (.*)/.exec(await talk.says(`erste@rat-${town}`, '/aufgabe zeigen A-1'))?.[1];

/** The button for being done on the answer that shows the task of a town to `beide`, seen in its room. */
async function doneIn(town: string): Promise<Press> {
  const { card } = await talk.hears(`beide@rat-${town}`, { kind: 'command', text: '/aufgabe zeigen A-1' });
  const done = card && actionsOf(card).find(({ id }) => id === 'task.done');
  if (!done) throw new Error('nothing to press');
  return done.press;
}

const press = (speaker: string, what: Press) => talk.hears(speaker, contentOf(what));

test.each(['beide@dm', 'beide@rat-A', 'beide@irgendwo'])('of the town of the card, pressed by %s', async (speaker) => {
  const done = await doneIn('B');

  const { card } = await press(speaker, done);

  expect(linesOf({ card })).toContain('A-1 ist erledigt');
  expect([await stateIn('A'), await stateIn('B')]).toEqual(['offen', 'erledigt (beide)']);
});

test.each(['beide@dm', 'beide@rat-B', 'beide@irgendwo'])(
  'of a town that one was taken out of does nothing in another, pressed by %s',
  async (speaker) => {
    const done = await doneIn('A');
    await talk.says('erste@rat-A', '/gruppe entfernen @beide');

    const { card, refused } = await press(speaker, done);

    expect(refused?.code).toBe('process.notAmong');
    expect(linesOf({ card })).toContain('„Stadt A“ gehört nicht zu den Prozessen, an denen Sie teilnehmen.');
    expect([await stateIn('A'), await stateIn('B')]).toEqual(['offen', 'offen']);
  },
);

test('of a town that has ended does nothing in the one that is left', async () => {
  const done = await doneIn('A');
  await talk.says('erste@rat-A', '/prozess archivieren bestätigen');

  const { refused } = await press('beide@dm', done);

  expect(refused?.code).toBe('process.notAmong');
  expect(await stateIn('B')).toBe('offen');
});

test('what needs no town is done without it', async () => {
  await talk.says('erste@rat-A', '/gruppe entfernen @beide');
  const { process } = await doneIn('B');

  const { refused } = await press('fremd@dm', { code: 'mitwirk.help', args: {}, process });

  expect(refused).toBeNull();
});

test('with what there is not changes nothing', async () => {
  const done = await doneIn('A');
  const wrong: readonly (readonly [Partial<Press>, string])[] = [
    [{ code: 'task.explode' }, 'button.gone'],
    [{ process: 9_999 as ProcessId }, 'button.gone'],
    [{ args: { task: 'A-77' } }, 'task.unknown'],
    [{ args: { task: 'B-1' } }, 'ref.task'],
  ];

  for (const [change, code] of wrong) {
    expect((await press('beide@dm', { ...done, ...change })).refused?.code).toBe(code);
  }

  expect([await stateIn('A'), await stateIn('B')]).toEqual(['offen', 'offen']);
});

test('twice under one key has one effect and one answer', async () => {
  const done = contentOf(await doneIn('A'));

  const first = await talk.hears('beide@dm', done, { key: 'once' });
  const second = await talk.hears('beide@dm', done, { key: 'once' });

  expect(second.card).toEqual(first.card);
  expect(linesOf(first)).toContain('A-1 ist erledigt');
});
