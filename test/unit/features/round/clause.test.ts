/** What a round cannot take into account is refused, and never stands in the question by accident. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Conversation, type Conversations, openConversations } from '../../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
  talk = await conversations.begin('2027-01-11T09:00');
  await talk.says('koordination@ag', '/prozess einrichten "Integrationskonzept" region BY-KATH');
  await talk.says('koordination@ag', '/gruppe neu "AG Bildung"');
});
afterAll(() => conversations.close());

test.each(['methode World-Café', 'für Ehrenamt', 'for volunteers'])('after the question: %s', async (clause) => {
  const refused = await talk.says('koordination@ag', `/beitrag öffnen „Was fehlt?“ ${clause} bis 22.01.`);

  expect(refused).toContain(`„${clause.split(' ')[0]}“ kann ich bei einer Runde noch nicht berücksichtigen.`);
  expect(await talk.says('koordination@ag', '/beitrag liste')).not.toContain('R-1');
});

test('a question that merely contains the word is asked as it is', async () => {
  await talk.says('koordination@ag', '/beitrag öffnen Was heißt „Heimat“ für Sie? bis 22.01.');

  expect(await talk.says('koordination@ag', '/beitrag liste')).toContain('Was heißt „Heimat“ für Sie?');
});
