/** Taking a ballot back: nothing counts until the person votes again, and everything that was done stays on record. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { verifyChain } from '../../../../src/domain/audit/auditChain.ts';
import { voteFacts } from '../../../../src/features/vote/read/digestFacts.ts';
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
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1');
});
afterAll(() => conversations.close());

const acts = async () => (await stored(talk)).ballots.map(({ choice, reason }) => [choice, reason]);

test('the receipt says what counts no longer and how to vote again, and the room sees one less', async () => {
  await talk.says('amt@steuerung', '/beschluss nein B-1 weil die Kosten fehlen');
  await talk.says('verein@steuerung', '/beschluss ja B-1');
  await talk.heard();

  const receipt = await talk.says('amt@steuerung', '/beschluss zurücknehmen B-1');

  expect(receipt).toContain('Zurückgenommen. Ihre Stimme zu B-1 war: Nein.');
  expect(receipt).toContain('die Kosten fehlen');
  expect(receipt).toContain('zählt für Sie jetzt nichts, bis Sie neu abstimmen');
  expect(receipt).toContain('[Ja] [Nein] [Enthaltung] [Befangen]');
  const [edit] = await talk.heard();
  expect(edit).toMatchObject({ to: 'steuerung', edit: true, ping: false });
  expect(edit?.text).toContain('1 von 5 hat abgestimmt');
});

test('every act stays, and the next ballot counts', async () => {
  await talk.says('amt@dm', '/beschluss ja');
  await talk.says('amt@dm', '/beschluss zurücknehmen');
  expect(await talk.says('amt@dm', '/beschluss meine')).toContain('noch nicht abgestimmt');

  expect(await talk.says('amt@dm', '/vote no')).toContain('Danke! Ihre Stimme zu B-1: Nein.');

  expect(await acts()).toEqual([
    ['yes', null],
    [null, null],
    ['no', null],
  ]);
});

test.each([
  ['amt', 'ist für Sie keine Stimme eingetragen'],
  ['leitung', 'nicht stimmberechtigt'],
  ['vertretung', 'nicht stimmberechtigt'],
])('%s has nothing to take back', async (name, said) => {
  await talk.says('verein@dm', '/beschluss ja');
  await talk.heard();

  expect(await talk.says(`${name}@steuerung`, '/beschluss zurücknehmen B-1')).toContain(said);

  expect(await acts()).toEqual([['yes', null]]);
  expect(await talk.heard()).toEqual([]);
});

test('taking it back twice does it once', async () => {
  await talk.says('amt@dm', '/beschluss ja');
  await talk.says('amt@dm', '/beschluss zurücknehmen', 'event of amt');
  await talk.says('amt@dm', '/beschluss zurücknehmen', 'event of amt');

  expect(await talk.says('amt@dm', '/beschluss zurücknehmen')).toContain('nichts zurückzunehmen');
  expect(await acts()).toHaveLength(2);
});

test('with an answer only that one is taken back', async () => {
  await talk.says('amt@dm', '/beschluss ja');
  await talk.says('amt@dm', '/beschluss nein');

  expect(await talk.says('amt@dm', '/beschluss zurücknehmen B-1 ja')).toContain(
    'inzwischen etwas anderes eingetragen: Nein',
  );
  expect(await acts()).toHaveLength(2);

  expect(await talk.says('amt@dm', '/beschluss zurücknehmen B-1 nein')).toContain('Ihre Stimme zu B-1 war: Nein.');
});

test('while a deputy acts only the deputy takes back, and the holder can come back afterwards', async () => {
  await talk.says('verein@dm', '/beschluss vertretung B-1');
  await talk.says('vertretung@dm', '/beschluss ja B-1');
  expect(await talk.says('verein@dm', '/beschluss zurücknehmen B-1')).toContain('Vertretung');
  expect(await talk.says('verein@dm', '/beschluss vertretung B-1 zurück')).not.toContain('wieder selbst');

  expect(await talk.says('vertretung@dm', '/beschluss zurücknehmen B-1')).toContain('Abgegeben in Vertretung.');

  expect(await talk.says('verein@dm', '/beschluss vertretung B-1 zurück')).toContain('stimmt wieder selbst ab');
});

test('who is recused cannot take back the ballot that is void, and after that has nothing that counts again', async () => {
  await talk.says('amt@dm', '/beschluss ja');
  await talk.says('amt@dm', '/beschluss befangen B-1');
  expect(await talk.says('amt@dm', '/beschluss zurücknehmen B-1')).toContain('befangen');
  await talk.says('amt@dm', '/beschluss befangen B-1 zurück');
  await talk.says('amt@dm', '/beschluss zurücknehmen B-1');

  const recusal = await talk.says('amt@dm', '/beschluss befangen B-1');

  expect(recusal).not.toContain('zählt nicht mehr');
});

test('after the end nothing is taken back', async () => {
  await talk.says('amt@dm', '/beschluss ja');
  talk.sleepUntil('2027-01-19T00:00');

  expect(await talk.says('amt@dm', '/beschluss zurücknehmen B-1')).toContain('abgelaufen');
  expect(await acts()).toHaveLength(1);
});

test('it is missing at the quorum, in the record, in the digest and in the reminder', async () => {
  for (const name of ['vorsitz', 'amt', 'verein']) await talk.says(`${name}@dm`, '/beschluss ja B-1');
  await talk.says('amt@dm', '/beschluss zurücknehmen B-1');
  await talk.heard();

  const facts = await talk.store.transaction(async (tx) => {
    const [process] = await tx.processes.active();
    if (!process) throw new Error('There is no process');
    return voteFacts(tx, process, new Date('2027-01-01'), talk.now());
  });
  expect(facts.open).toMatchObject([{ voted: 2, entitled: 5 }]);

  await talk.moveTo('2027-01-18T12:00');
  const reminded = (await talk.heard()).filter(({ text }) => text.includes('Bitte stimmen Sie ab')).map(({ to }) => to);
  expect(reminded).toContain('dm/amt');
  expect(reminded).not.toContain('dm/verein');

  await talk.moveTo('2027-01-19T08:00');
  expect((await stored(talk)).vote.decision).toMatchObject({
    outcome: { result: 'notQuorate', quorum: { present: 2, needed: 3 } },
    tally: { yes: 2, cast: 2, notVoted: 3 },
  });
});

test('the log names it and stays sound, and does not tell what was chosen in a confidential vote', async () => {
  await talk.ends('vorsitz@steuerung', '/beschluss zurückziehen B-1');
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 geheim');
  await talk.says('amt@dm', '/beschluss ja B-2');
  await talk.says('amt@dm', '/beschluss zurücknehmen B-2');

  const { vote } = await stored(talk, 2);
  const entries = await talk.store.transaction((tx) => tx.audit.entries(vote.processId));

  expect(verifyChain(vote.processId, entries)).toMatchObject({ ok: true });
  const retraction = entries.find(({ action }) => action === 'vote.retract');
  expect(retraction?.data).toMatchObject({ vote: 'B-2', sequence: 2 });
  expect(Object.keys(retraction?.data ?? {}).sort()).toEqual(['seat', 'sequence', 'textHash', 'vote']);
});
