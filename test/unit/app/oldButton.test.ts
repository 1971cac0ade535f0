/** A button on a card of a process that has ended does nothing in the next one by itself. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { homeFor } from '../../../src/app/home.ts';
import { actionsOf } from '../../../src/message/plain.ts';
import { type Conversation, type Conversations, linesOf, openConversations } from '../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

const OF_BEFORE = /^Dieser Knopf nennt keinen Prozess/;
const press = (speaker: string, text: string) => talk.hears(speaker, { kind: 'command', text, pressed: true });
const type = (speaker: string, text: string) => talk.hears(speaker, { kind: 'command', text });

beforeAll(async () => {
  conversations = await openConversations();
});
afterAll(() => conversations.close());

/** `einer` and `erste` have cards of A alone, and now take part in its successor, where the same ids stand for something else. */
beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00', ['erste']);
  await talk.says('einer@irgendwo', '/mitwirk');
  for (const town of ['A', 'Neu']) {
    await talk.says(`erste@rat-${town}`, `/prozess einrichten "Stadt ${town}" region BE`);
    await talk.says(`erste@rat-${town}`, '/gruppe steuerung');
    await talk.says(`erste@rat-${town}`, '/gruppe aufnehmen @einer');
    if (town === 'A') await talk.says('erste@rat-A', '/prozess archivieren bestätigen');
  }
  await talk.says('erste@rat-Neu', '/aufgabe neu Danach @einer');
});

test.each(['einer@dm', 'einer@rat-A', 'erste@rat-A'])(
  'does nothing in the next one, pressed by %s',
  async (speaker) => {
    const pressed = await press(speaker, '/aufgabe erledigt A-1');

    expect(linesOf(pressed)).toMatch(OF_BEFORE);
    expect(pressed.card && actionsOf(pressed.card).map(({ label }) => label)).toEqual(['Stadt Neu']);
    expect(await talk.says('erste@rat-Neu', '/aufgabe A-1')).toContain('Stand: offen');

    expect(linesOf(await talk.pressesOn(speaker, pressed, 'Stadt Neu'))).toContain('A-1 ist erledigt');
  },
);

test('it is told from the new cards and answers, which name theirs', async () => {
  await talk.presses('einer@dm', 'Annehmen');
  expect(await talk.says('erste@rat-Neu', '/aufgabe A-1')).toContain('hat zugesagt');

  const answer = await type('einer@rat-A', '/aufgabe zeigen A-1');
  const undo = await talk.pressesOn('einer@rat-A', answer, 'Erledigt');
  expect(await talk.says('erste@rat-Neu', '/aufgabe A-1')).toContain('Stand: erledigt');
  await talk.pressesOn('einer@rat-A', undo, 'Rückgängig');
  expect(await talk.says('erste@rat-Neu', '/aufgabe A-1')).toContain('Stand: offen');

  await talk.pressesOn('einer@dm', await type('einer@dm', '/aufgabe zeigen A-1'), 'Erledigt');
  expect(await talk.says('erste@rat-Neu', '/aufgabe A-1')).toContain('Stand: erledigt');
});

test('it is told from the page of one’s own, which names its process', async () => {
  const page = await homeFor(talk.store, 'local', 'einer', talk.now(), { locale: 'de', zone: 'Europe/Berlin' });

  expect(actionsOf(page).map(({ command }) => command)).toEqual(['/aufgabe zeigen A-1 prozess "Stadt Neu"']);
});
