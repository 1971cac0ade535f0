/** Recusal and deputies: who votes for a seat, and whose vote is void. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { chairBallot } from '../../../../src/domain/vote/chair.ts';
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
  await talk.heard();
});
afterAll(() => conversations.close());

const END = '2027-01-19T00:00';

test('a recusal voids the ballot cast before, is shown on the card and named in the record', async () => {
  await talk.says('amt@steuerung', '/beschluss nein');
  expect(await talk.says('amt@steuerung', '/beschluss befangen B-1')).toContain('zählt nicht mehr');
  expect((await talk.heard()).at(-1)?.text).toContain('amt (befangen)');
  expect(await talk.says('amt@steuerung', '/beschluss ja B-1')).toContain('als befangen eingetragen');
  for (const name of ['verein', 'beirat', 'ehrenamt']) await talk.says(`${name}@steuerung`, '/beschluss ja');
  await talk.moveTo(END);

  const { vote } = await stored(talk);
  const record = (await talk.heard()).find(({ to, text }) => to === 'steuerung' && text.startsWith('Beschluss 1/2027'));
  expect(vote.decision?.tally).toMatchObject({ roll: 5, recused: 1, cast: 3, yes: 3, no: 0, notVoted: 1 });
  expect(record?.text).toContain('Persönlich beteiligt: amt');
  expect(record?.text).toContain('wäre das Ergebnis dasselbe');
});

test('a recusal by mistake is taken back, and the ballot counts again', async () => {
  await talk.says('amt@steuerung', '/beschluss nein');
  await talk.says('amt@steuerung', '/beschluss befangen B-1');

  expect(await talk.says('amt@steuerung', '/beschluss befangen B-1 zurück')).toContain('zählt wieder');
  expect(await talk.says('amt@dm', '/beschluss meine')).toContain('Ihre Stimme zu B-1: Nein.');
});

test('only the chair records somebody else, the person is told, and only the chair takes it back', async () => {
  expect(await talk.says('beirat@steuerung', '/beschluss befangen B-1 @amt')).toContain('nur der Vorsitz');
  expect(await talk.says('koordination@steuerung', '/beschluss befangen B-1 @amt')).toContain('nur der Vorsitz');
  await talk.says('vorsitz@steuerung', '/beschluss befangen B-1 @amt');

  expect((await talk.heard()).find(({ to }) => to === 'dm/amt')?.text).toContain('sprechen Sie bitte den Vorsitz an');
  expect(await talk.says('amt@steuerung', '/beschluss befangen B-1 zurück')).toContain('sprechen Sie den Vorsitz an');
  expect(await talk.says('vorsitz@steuerung', '/beschluss befangen B-1 @amt zurück')).toContain('kann abstimmen');
});

test('a deputy votes only after the holder is declared absent, and then the holder cannot', async () => {
  expect(await talk.says('vertretung@steuerung', '/beschluss ja B-1')).toContain('nicht stimmberechtigt');
  await talk.says('verein@steuerung', '/beschluss vertretung B-1 @vertretung');

  expect((await talk.heard()).find(({ to }) => to === 'dm/vertretung')?.text).toContain('Sie vertreten verein');
  expect(await talk.says('verein@steuerung', '/beschluss ja B-1')).toContain('stimmt Ihre Vertretung ab');
  expect(await talk.says('vertretung@dm', '/beschluss ja')).toContain('Abgegeben in Vertretung.');
  const { ballots, seats } = await stored(talk);
  expect(ballots).toMatchObject([{ holderId: seats[2]?.holderId, castBy: seats[2]?.deputyId, choice: 'yes' }]);
});

test('the chair declares the absence for another member; nobody else does', async () => {
  expect(await talk.says('amt@steuerung', '/beschluss vertretung B-1 @vertretung')).toContain('nur der Vorsitz');
  const done = await talk.says('vorsitz@steuerung', '/beschluss vertretung B-1 @vertretung von @verein');

  expect(done).toContain('vertretung stimmt jetzt für verein ab');
});

test('nobody’s vote is replaced: a seat that has voted gets no deputy', async () => {
  await talk.says('verein@steuerung', '/beschluss nein');

  expect(await talk.says('vorsitz@steuerung', '/beschluss vertretung B-1 @vertretung')).toContain('schon eine Stimme');
});

test('a deputy stands in for the own seat only', async () => {
  const answer = await talk.says('vorsitz@steuerung', '/beschluss vertretung B-1 @vertretung von @amt');

  expect(answer).toContain('keine passende Vertretung');
  expect(await talk.says('amt@steuerung', '/beschluss vertretung B-1')).toContain('keine passende Vertretung');
});

test('the holder who is back before anything was cast votes in person', async () => {
  await talk.says('verein@steuerung', '/beschluss vertretung B-1');
  await talk.says('verein@steuerung', '/beschluss vertretung B-1 zurück');

  expect(await talk.says('verein@steuerung', '/beschluss ja B-1')).toContain('Danke!');
  expect(await talk.says('vertretung@steuerung', '/beschluss ja B-1')).toContain('nicht stimmberechtigt');
});

test('a ballot that repeats the deputy’s is recorded as the holder’s own: only that of the chair in person breaks a tie', async () => {
  await talk.says('neu@steuerung', '/mitwirk stand');
  await talk.says('koordination@steuerung', '/gruppe aufnehmen @neu als Vertretung von @vorsitz');
  await talk.says('vorsitz@steuerung', '/beschluss vertretung B-1 @neu');
  await talk.says('neu@steuerung', '/beschluss ja B-1');
  const { vote, seats } = await stored(talk);
  const [chair] = seats;
  // No command brings a holder back whose seat has voted; the rule holds however it comes about.
  await talk.store.transaction((tx) =>
    tx.votes.updateSeat(vote.id, chair?.holderId ?? vote.openedBy, { deputyId: null }),
  );

  expect(await talk.says('vorsitz@steuerung', '/beschluss ja B-1')).not.toContain('schon so eingetragen');

  const { seats: later, ballots } = await stored(talk);
  const own = ballots.filter(({ holderId }) => holderId === chair?.holderId);
  expect(own.map(({ castBy, choice }) => [castBy === chair?.holderId, choice])).toEqual([
    [false, 'yes'],
    [true, 'yes'],
  ]);
  expect(chairBallot(later, ballots)?.castBy).toBe(chair?.holderId);
});
