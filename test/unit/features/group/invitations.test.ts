/** A question that was asked earlier changes nothing of what its person is by now, and tells nobody who has left. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  type Conversation,
  type Conversations,
  openConversations,
  senderCalled,
} from '../../../support/conversation.ts';
import { createLinking } from '../../../support/linking.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
});
afterAll(() => conversations.close());

const mentioning = (speaker: string, text: string, name: string, here?: string) =>
  talk.hears(speaker, { kind: 'command', text }, { mentions: [{ ...senderCalled(name, here), word: name }] });
const members = () => talk.says('b-koordination@b-ag', '/gruppe');
const toldTo = async (whom: string) => (await talk.heard()).filter(({ to }) => to === whom).map(({ text }) => text);

/** Asked by town B while she was in town A, which she has left since. */
beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00', ['a-koordination', 'b-koordination']);
  for (const name of ['lara', 'b-leitung', 'b-vize']) await talk.says(`${name}@irgendwo`, '/mitwirk');
  await talk.says('a-koordination@a-ag', '/prozess einrichten "Stadt A" region BE');
  await talk.says('a-koordination@a-ag', '/gruppe neu "AG Kultur"');
  await talk.says('a-koordination@a-ag', '/gruppe aufnehmen @lara');
  await talk.says('b-koordination@b-rat', '/prozess einrichten "Stadt B" region BE');
  await talk.says('b-koordination@b-ag', '/gruppe neu "AG Bildung" prozess "Stadt B"');
  await talk.says('b-koordination@b-ag', '/gruppe aufnehmen @b-leitung @b-vize als Leitung');
  await mentioning('b-leitung@b-ag', '/gruppe aufnehmen @lara', 'lara');
  await talk.says('a-koordination@a-ag', '/gruppe entfernen @lara');
});

test('whoever is taken in at once is not asked any more, and keeps the role they were given', async () => {
  await talk.heard();
  await talk.says('b-koordination@b-ag', '/gruppe aufnehmen @lara als Leitung');

  expect(await toldTo('dm/lara')).toEqual([expect.stringContaining('zurückgezogen')]);
  expect(await talk.says('lara@dm', '/ich zusagen 1')).toContain('gilt nicht mehr');
  expect(await members()).toContain('lara – Leitung');
});

test('whoever was asked and is in is out when taken out', async () => {
  await talk.says('b-koordination@b-ag', '/gruppe aufnehmen @lara als Leitung');
  await talk.says('b-leitung@b-ag', '/gruppe entfernen @lara');

  expect(await members()).not.toContain('lara');
});

test('whoever asked and has left is told nothing of the answer', async () => {
  await talk.says('b-koordination@b-ag', '/gruppe entfernen @b-leitung');
  await talk.heard();
  await talk.presses('lara@dm', 'Ja, ich mache mit');

  expect(await members()).toContain('lara – Mitglied');
  expect(await toldTo('dm/b-leitung')).toEqual([]);
});

test('what somebody is by one account is not changed by a question to another, and taking them out ends both', async () => {
  talk = await conversations.begin('2027-01-11T09:00');
  const linking = createLinking(talk);
  for (const name of ['ute', 'leitung']) await talk.says(`slack:${name}@irgendwo`, '/mitwirk');
  await talk.says('slack:koordination@ag', '/prozess einrichten "Stadt C" region BE');
  await talk.says('slack:koordination@ag', '/gruppe neu "AG Bildung"');
  await talk.says('slack:koordination@ag', '/gruppe aufnehmen @ute @leitung als Leitung');
  await linking.link('slack:leitung', 'matrix:leitung', 'slack:koordination');
  await mentioning('matrix:leitung@dm', '/gruppe aufnehmen @ute.fern', 'ute.fern', 'matrix');
  await linking.link('slack:ute', 'matrix:ute.fern', 'slack:koordination');

  expect(await talk.says('slack:ute@dm', '/ich zusagen')).toContain('gilt nicht mehr');
  expect(await talk.says('slack:koordination@ag', '/gruppe')).toContain('ute – Leitung');
  await talk.says('slack:koordination@ag', '/gruppe entfernen @ute');
  expect(await talk.says('slack:koordination@ag', '/gruppe')).not.toContain('ute');
});
