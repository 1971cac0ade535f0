/** Somebody is forgotten, and nothing they were to look after falls silent. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Conversation, type Conversations, openConversations } from '../../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
});
beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00');
  for (const name of ['leitung', 'mitglied', 'kollegin']) await talk.says(`${name}@ag`, '/mitwirk stand');
  await talk.says('koordination@ag', '/prozess einrichten "Stadt" region BE');
  await talk.says('koordination@ag', '/gruppe neu "AG Bildung"');
  await talk.says('koordination@ag', '/gruppe aufnehmen @leitung als Leitung');
  await talk.says('koordination@ag', '/gruppe aufnehmen @mitglied @kollegin');
  await talk.says('leitung@ag', '/aufgabe neu Räume suchen @mitglied bis 22.01.');
  await talk.says('mitglied@dm', '/aufgabe annehmen A-1');
  await talk.heard();
});
afterAll(() => conversations.close());

async function remindedOn(moment: string): Promise<readonly string[]> {
  await talk.moveTo(moment);
  return (await talk.heard()).filter(({ text }) => text.includes('A-1')).map(({ to }) => to);
}

test('whoever named them as deputy is reminded in person', async () => {
  await talk.says('mitglied@dm', '/ich abwesend vertretung @kollegin 20.01.–29.01.');
  await talk.says('kollegin@dm', '/ich löschen bestätigen');
  await talk.moveTo('2027-01-19T12:00');
  await talk.heard();

  expect(await remindedOn('2027-01-20T12:00')).toEqual(['dm/mitglied']);
});

test('their tasks wait for somebody else, also in a group that they had left', async () => {
  await talk.says('koordination@ag', '/gruppe entfernen @mitglied');
  await talk.says('mitglied@dm', '/ich löschen bestätigen');

  expect(await talk.says('leitung@ag', '/aufgabe annehmen A-1')).toContain('A-1');
});
