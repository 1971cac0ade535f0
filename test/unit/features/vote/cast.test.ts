/** Ballots: who may cast them, that the last one counts, and that nothing is taken after the end. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { textHash } from '../../../../src/domain/vote/textHash.ts';
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

test('opening freezes text, rule and roll and posts the card with a ping', async () => {
  const { vote, seats } = await stored(talk);
  const [card] = await talk.heard();

  expect(vote.textHash).toBe(textHash('Sprachcafé', 'Jeden Dienstag ein Sprachcafé.'));
  expect(vote.deadline).toEqual({ date: '2027-01-18', time: null });
  expect(seats.map(({ chair }) => chair)).toEqual([true, false, false, false, false]);
  expect(card).toMatchObject({ to: 'steuerung', ping: true, edit: false });
  expect(card?.text).toContain('[Ja] [Nein] [Enthaltung] [Befangen]');
});

test('later members of the group get no vote', async () => {
  await talk.says('neu@steuerung', '/mitwirk stand');
  await talk.says('koordination@steuerung', '/gruppe aufnehmen @neu');

  expect(await talk.says('neu@steuerung', '/beschluss ja B-1')).toContain('nicht stimmberechtigt');
});

test.each(['koordination', 'leitung', 'vertretung', 'fremd'])('%s is not on the roll and is refused', async (name) => {
  expect(await talk.says(`${name}@steuerung`, '/beschluss ja B-1')).toContain('nicht stimmberechtigt');
  expect((await stored(talk)).ballots).toEqual([]);
});

test('a ballot carries the hash of the text, and the card counts it without saying what it was', async () => {
  await talk.heard();

  const receipt = await talk.says('amt@dm', '/beschluss ja');

  const { ballots, vote } = await stored(talk);
  const [edit] = await talk.heard();
  expect(ballots).toMatchObject([{ choice: 'yes', textHash: vote.textHash }]);
  expect(receipt).toContain('Ihre Stimme zu B-1: Ja.');
  expect(receipt).toContain('Mo., 18.01.2027 (KW 3)');
  expect(edit).toMatchObject({ to: 'steuerung', edit: true, ping: false });
  expect(edit?.text).toContain('1 von 5 hat abgestimmt');
});

test('the last of a person’s ballots counts, and all are kept', async () => {
  await talk.says('amt@steuerung', '/beschluss ja B-1');

  const receipt = await talk.says('amt@steuerung', '/beschluss nein B-1 weil die Kosten fehlen');

  expect(receipt).toContain('Geändert. Ihre Stimme zu B-1 ist jetzt: Nein.');
  expect((await stored(talk)).ballots.map(({ choice, reason }) => [choice, reason])).toEqual([
    ['yes', null],
    ['no', 'die Kosten fehlen'],
  ]);
});

test('the same choice again, and the same event again, change nothing', async () => {
  await talk.says('amt@steuerung', '/beschluss nein B-1 weil es zu früh ist', 'event of amt');
  await talk.says('amt@steuerung', '/beschluss nein B-1 weil es zu früh ist', 'event of amt');
  await talk.heard();

  expect(await talk.says('amt@steuerung', '/beschluss nein B-1')).toContain('schon so eingetragen');
  expect((await stored(talk)).ballots).toHaveLength(1);
  expect(await talk.heard()).toEqual([]);
});

test('after the deadline a ballot is refused although the close has not run', async () => {
  talk.sleepUntil('2027-01-19T00:00');

  expect(await talk.says('amt@steuerung', '/beschluss ja B-1')).toContain('abgelaufen');
  expect(await stored(talk)).toMatchObject({ ballots: [], vote: { state: 'open' } });
});

test('after the closing no ballot is taken, whatever the clock shows by then', async () => {
  const { vote } = await stored(talk);
  await talk.store.transaction((tx) => tx.votes.update(vote.id, { state: 'closed', closedAt: talk.now() }));

  expect(await talk.says('amt@steuerung', '/beschluss ja B-1')).toContain('ist beendet');
  expect((await stored(talk)).ballots).toEqual([]);
});

test('until the last minute of the day a ballot is taken', async () => {
  talk.sleepUntil('2027-01-18T23:59');

  expect(await talk.says('amt@steuerung', '/beschluss ja B-1')).toContain('Danke!');
});

test('mine tells each person alone what is recorded', async () => {
  await talk.says('amt@steuerung', '/beschluss enthaltung');

  expect(await talk.says('amt@dm', '/beschluss meine B-1')).toContain('Ihre Stimme zu B-1: Enthaltung.');
  expect(await talk.says('verein@dm', '/beschluss meine B-1')).toContain('noch nicht abgestimmt');
  expect(await talk.says('leitung@dm', '/beschluss meine B-1')).toContain('nicht stimmberechtigt');
});

test('ballots at the same time are all counted', async () => {
  const voters = ['vorsitz', 'amt', 'verein', 'beirat', 'ehrenamt'];

  await Promise.all(voters.map((name) => talk.says(`${name}@steuerung`, '/beschluss ja B-1')));

  const { ballots } = await stored(talk);
  expect(ballots.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
});

test('a choice that the rule does not offer is refused', async () => {
  expect(await talk.says('amt@steuerung', '/beschluss einwand B-1 weil nein')).toContain('Diese Antwort gibt es');
});

test('without an id the only open vote is meant; with two of them it is asked which', async () => {
  await talk.says('leitung@ag-bildung', '/ergebnis entwurf Maßnahme "Lernpaten" Jedes Kind hat einen Paten.');
  await talk.says('leitung@ag-bildung', '/ergebnis einreichen E-2');
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-2');

  expect(await talk.says('amt@steuerung', '/beschluss ja')).toContain('B-1, B-2');
});

test('in a confidential vote fewer than three ballots are not told of, and no reason is taken', async () => {
  await talk.ends('vorsitz@steuerung', '/beschluss zurückziehen B-1');
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 geheim');
  await talk.heard();

  expect(await talk.says('amt@steuerung', '/beschluss nein B-2 weil ich nicht will')).toContain('vertraulich');
  await talk.says('amt@steuerung', '/beschluss nein B-2');
  await talk.says('verein@steuerung', '/beschluss ja B-2');
  const two = await talk.heard();
  await talk.says('beirat@steuerung', '/beschluss ja B-2');
  const three = await talk.heard();

  expect(two.map(({ text }) => text).join()).not.toContain('haben abgestimmt\n');
  expect(three.map(({ text }) => text).join()).toContain('3 von 5 haben abgestimmt');
});
