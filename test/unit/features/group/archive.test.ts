/** A group ends only when nothing is open in it that would have nowhere to go. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Conversations, openConversations } from '../../../support/conversation.ts';

let conversations: Conversations;

beforeAll(async () => {
  conversations = await openConversations();
});
afterAll(() => conversations.close());

test('a group with an open round is not archived; once the round is closed it is', async () => {
  const talk = await conversations.begin('2027-01-11T09:00');
  await talk.says('koordination@ag', '/prozess einrichten "Integrationskonzept" region BY-KATH');
  await talk.says('koordination@ag', '/gruppe neu "AG Bildung"');
  await talk.says('koordination@ag', '/beitrag öffnen "Was fehlt?" bis 29.01.');

  const refused = await talk.says('koordination@ag', '/gruppe archivieren bestätigen');
  await talk.says('koordination@ag', '/beitrag schließen R-1 bestätigen');
  const archived = await talk.says('koordination@ag', '/gruppe archivieren bestätigen');

  expect(refused).toBe(
    'Hier läuft noch eine Beteiligungsrunde: R-1. Bitte beenden Sie sie zuerst: /beitrag schließen R-1',
  );
  expect(archived).toContain('ist aufgelöst');
});

test('a group that is archived from a direct chat leaves its own room', async () => {
  const talk = await conversations.begin('2027-01-11T09:00');
  await talk.says('koordination@amt', '/prozess einrichten "Integrationskonzept" region BY-KATH');
  await talk.says('koordination@ag', '/gruppe neu "AG Bildung"');
  await talk.says('koordination@ag', '/gruppe aufnehmen @koordination als Leitung');
  await talk.says('koordination@dm', '/gruppe archivieren bestätigen');

  expect(await talk.says('gast@ag', '/gruppe liste')).toMatch(/^Hier läuft kein Prozess, an dem Sie/);
});
