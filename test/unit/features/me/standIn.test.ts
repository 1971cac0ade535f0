/** Whoever is named as deputy learns it from the bot. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Conversation, type Conversations, openConversations } from '../../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
});
beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00');
  for (const name of ['mitglied', 'vertretung']) await talk.says(`${name}@irgendwo`, '/mitwirk stand');
  await talk.says('koordination@ag', '/prozess einrichten "Integrationskonzept" region BY-KATH');
  await talk.says('koordination@ag', '/gruppe neu "AG Bildung"');
  await talk.says('koordination@ag', '/gruppe aufnehmen @mitglied @vertretung');
  await talk.heard();
});
afterAll(() => conversations.close());

test('the deputy is told for whom and from when to when, in one message', async () => {
  await talk.says('mitglied@dm', '/ich abwesend 14.01.–20.01. vertretung @vertretung');

  expect(await talk.heard()).toEqual([
    {
      to: 'dm/vertretung',
      edit: false,
      ping: false,
      text:
        'mitglied ist von Do., 14.01.2027 bis Mi., 20.01.2027 abwesend und hat Sie als Vertretung genannt. ' +
        'Erinnerungen an Aufgaben kommen so lange zu Ihnen.',
    },
  ]);
});

test('an absence without a deputy is nobody else’s business', async () => {
  await talk.says('mitglied@dm', '/ich abwesend 14.01.–20.01.');

  expect(await talk.heard()).toEqual([]);
});
