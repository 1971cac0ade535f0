/** A process gets another zone or other holidays while things are running: what is planned moves along. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Conversation, type Conversations, openConversations } from '../../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
});
beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00');
  await talk.says('mitglied@ag', '/mitwirk stand');
  await talk.says('koordination@ag', '/prozess einrichten "Stadt" region BE');
  await talk.says('koordination@ag', '/gruppe neu "AG Bildung"');
  await talk.says('koordination@ag', '/gruppe aufnehmen @mitglied');
});
afterAll(() => conversations.close());

async function toMember(): Promise<readonly string[]> {
  return (await talk.heard()).filter(({ to }) => to === 'dm/mitglied').map(({ text }) => text);
}

function stateOf(what: 'rounds' | 'votes'): Promise<readonly string[]> {
  return talk.store.transaction(async (tx) => {
    const [process] = await tx.processes.all();
    return process ? (await tx[what].ofProcess(process.id)).map(({ state }) => state) : [];
  });
}

test('a round ends by the new clock, and not never', async () => {
  await talk.says('koordination@ag', '/beitrag öffnen "Was fehlt?" bis 20.01. 12:00');
  await talk.says('koordination@ag', '/prozess setzen zeitzone Europe/London');

  await talk.moveTo('2027-01-20T12:59');
  expect(await stateOf('rounds')).toEqual(['open']);
  await talk.moveTo('2027-01-20T13:00');
  expect(await stateOf('rounds')).toEqual(['closed']);
});

test('a vote closes by the new clock, also when that is earlier', async () => {
  await talk.says('koordination@steuerung', '/gruppe steuerung');
  await talk.says('koordination@steuerung', '/gruppe aufnehmen @mitglied als Vorsitz');
  await talk.says('koordination@ag', '/ergebnis entwurf Maßnahme "Abendkurse" Zwei Kurse mit Kinderbetreuung.');
  await talk.says('koordination@ag', '/ergebnis einreichen E-1');
  await talk.says('koordination@ag', '/beschluss öffnen E-1 bis 20.01. 12:00');
  await talk.says('koordination@ag', '/prozess setzen zeitzone Europe/Helsinki');

  await talk.moveTo('2027-01-20T10:59');
  expect(await stateOf('votes')).toEqual(['open']);
  await talk.moveTo('2027-01-20T11:00');
  expect(await stateOf('votes')).toEqual(['closed']);
});

test('a reminder that was sent is not sent again, one to come still comes', async () => {
  await talk.says('koordination@ag', '/beitrag öffnen "Was fehlt?" bis 26.01.');
  await talk.moveTo('2027-01-19T08:30');
  expect(await toMember()).toHaveLength(1);

  await talk.says('koordination@ag', '/prozess setzen zeitzone Europe/London');
  await talk.moveTo('2027-01-22T17:00');
  expect(await toMember()).toHaveLength(0);

  await talk.moveTo('2027-01-26T12:00');
  expect(await toMember()).toHaveLength(1);
});

test('a task is reminded of at eight by the new clock, and on a day that is a holiday no more', async () => {
  await talk.says('koordination@ag', '/aufgabe neu Räume suchen @mitglied bis 08.03.');
  await talk.says('mitglied@dm', '/aufgabe annehmen A-1');
  // The eighth of March is a holiday in Berlin alone.
  await talk.says('koordination@ag', '/prozess setzen region HB');
  await talk.says('koordination@ag', '/prozess setzen zeitzone Europe/London');
  await talk.moveTo('2027-03-08T08:59');
  await talk.heard();

  await talk.moveTo('2027-03-08T09:00');

  expect(await toMember()).toHaveLength(1);
});
