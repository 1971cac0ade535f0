/** Whether a vote is put as a poll too: decided by the process when the vote opens, and never in a confidential one. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Conversation, type Conversations, openConversations } from '../../../support/conversation.ts';
import { START, seatSteering, stored } from './steering.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
});
beforeEach(async () => {
  talk = await conversations.begin(START);
  await seatSteering(talk);
});
afterAll(() => conversations.close());

const set = (value: string) => talk.says('koordination@steuerung', `/prozess setzen umfragen ${value}`);
const polled = async (number: number) => (await stored(talk, number)).vote.polls;

test('it is off until the coordinator switches it on, and what is open stays as it was opened', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1');
  expect(await set('an')).toContain('ist jetzt an');
  expect(await polled(1)).toBe(false);

  await talk.ends('vorsitz@steuerung', '/beschluss zurückziehen B-1');
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1');
  expect(await talk.says('koordination@steuerung', '/process set polls off')).toContain('ist jetzt aus');

  expect(await polled(2)).toBe(true);
});

test('a confidential vote has no poll', async () => {
  await set('an');
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 geheim');

  expect(await polled(1)).toBe(false);
});

test('the setting is on or off, and for the coordinator to choose', async () => {
  expect(await set('vielleicht')).toContain('Möglich sind: an, aus.');
  expect(await talk.says('vorsitz@steuerung', '/prozess setzen umfragen an')).not.toContain('ist jetzt');
  expect(await talk.says('koordination@steuerung', '/prozess zeigen')).not.toContain('Umfragen');

  await set('ein');

  expect(await talk.says('koordination@steuerung', '/prozess zeigen')).toContain('Abstimmen in Umfragen: an');
});
