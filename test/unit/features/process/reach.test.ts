/** Who sees a process, and which one is meant. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Conversation, type Conversations, openConversations } from '../../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
});
beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00');
  for (const name of ['leitung', 'gast']) await talk.says(`${name}@irgendwo`, '/mitwirk stand');
  await talk.says('koordination@ag', '/prozess einrichten "Stadt" region BY-KATH');
  await talk.says('koordination@ag', '/gruppe neu "AG Bildung"');
  await talk.says('koordination@ag', '/gruppe aufnehmen @leitung als Leitung');
  await talk.says('leitung@ag', '/aufgabe neu Räume suchen @leitung bis 22.01.');
  await talk.heard();
});
afterAll(() => conversations.close());

describe('somebody who takes no part', () => {
  test.each(['A-1', '/aufgabe liste alle', '/gruppe liste', '/prozess', '/beschluss liste', '/ergebnis liste'])(
    'does not see %s from outside',
    async (line) => {
      expect(await talk.says('gast@dm', line)).toMatch(/^Hier läuft kein Prozess, an dem Sie teilnehmen\./);
    },
  );

  test('sees in a room of the process what everybody there sees', async () => {
    expect(await talk.says('gast@ag', '/aufgabe liste')).toContain('A-1');
  });
});

test('whoever takes part in several processes is asked which one is meant, outside of their rooms', async () => {
  await talk.says('koordination@kreis', '/prozess einrichten "Kreis" region BE');

  expect(await talk.says('koordination@dm', '/prozess')).toMatch(/^Sie nehmen an mehreren Prozessen teil\./);
  expect(await talk.says('koordination@kreis', '/prozess')).toMatch(/^Kreis\n/);
});

test('once the process is over, nothing pretends that there never was one', async () => {
  await talk.says('koordination@ag', '/prozess archivieren bestätigen');

  expect(await talk.says('leitung@ag', '/aufgabe liste')).toMatch(/^Hier läuft zurzeit kein Prozess\./);
});

test('once the process is over, every room of it is free for another, wherever that was said', async () => {
  await talk.says('koordination@ag', '/prozess archivieren bestätigen');
  await talk.says('koordination@vorzimmer', '/prozess einrichten "Kreis" region BE');
  await talk.says('koordination@kreistag', '/gruppe steuerung');
  await talk.says('koordination@kreistag', '/prozess archivieren bestätigen');

  expect(await talk.says('koordination@vorzimmer', '/prozess einrichten "Land" region BE')).toContain('Land');
});
