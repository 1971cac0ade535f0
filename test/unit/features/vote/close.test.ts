/** The end of a vote: it closes once and by itself, and everybody concerned is told what came of it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { verifyChain } from '../../../../src/domain/audit/auditChain.ts';
import { voteDue } from '../../../../src/features/vote/due/handlers.ts';
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

const END = '2027-01-19T00:00';

async function voted(ballots: Readonly<Record<string, string>>, opening = ''): Promise<void> {
  await talk.says('vorsitz@steuerung', `/beschluss öffnen E-1 ${opening}`);
  for (const [name, choice] of Object.entries(ballots)) await talk.says(`${name}@steuerung`, `/beschluss ${choice}`);
  await talk.heard();
}

async function heardAtTheEnd(): Promise<Readonly<Record<string, readonly string[]>>> {
  await talk.moveTo(END);
  const posts = (await talk.heard()).filter(({ edit }) => !edit);
  return Object.groupBy(posts, ({ to }) => to) as never;
}

test('an adopted proposal becomes a numbered resolution, posted with its figures and the head of the log', async () => {
  await voted({ amt: 'ja', verein: 'ja', beirat: 'nein weil es zu teuer ist', ehrenamt: 'enthaltung' });
  await talk.moveTo(END);

  const said = await talk.heard();
  const { vote, result } = await stored(talk);
  const resolution = said.find(({ to, edit }) => to === 'steuerung' && !edit)?.text ?? '';
  expect(vote).toMatchObject({ state: 'closed', decision: { resolution: { number: 1, year: 2027 } } });
  expect(result?.state).toBe('adopted');
  expect(resolution).toMatch(/^Beschluss 1\/2027: Sprachcafé\n/);
  expect(resolution).toContain('Abstimmungsergebnis: 2 Ja : 1 Nein\nEnthaltungen: 1');
  expect(resolution).toContain('beirat (Nein): es zu teuer ist');
  expect(resolution).toContain('Nicht abgestimmt: vorsitz');
  const chain = await talk.store.transaction((tx) => tx.audit.entries(vote.processId));
  expect(verifyChain(vote.processId, chain)).toEqual({ ok: true, head: chain.at(-1)?.hash });
  expect(resolution).toContain(`Prüfsumme des Protokolls: ${chain.at(-1)?.hash.slice(0, 12)}`);
  expect(said.filter(({ to, edit }) => to === 'ag-bildung' && !edit)).toHaveLength(1);
});

test('the card in the room loses its buttons and shows the outcome', async () => {
  await voted({ amt: 'ja', verein: 'ja', beirat: 'ja' });
  await talk.moveTo(END);

  const card = (await talk.heard()).find(({ edit, text }) => edit && text.startsWith('B-1'));

  expect(card?.text).toContain('Ergebnis\n- Angenommen');
  expect(card?.text).not.toContain('[Ja]');
});

test('a rejected proposal is resolved too, and what was missing is said', async () => {
  await voted({ amt: 'ja', verein: 'nein', beirat: 'nein' });
  await talk.moveTo(END);

  const { vote, result } = await stored(talk);
  const post = (await talk.heard()).find(({ to, edit }) => to === 'steuerung' && !edit);
  expect(vote.decision?.resolution).toEqual({ number: 1, year: 2027 });
  expect(result?.state).toBe('rejected');
  expect(post?.text).toContain('Es fehlen 2 Ja-Stimmen.');
});

test('too few ballots are no rejection: nothing is resolved and the chair learns what to do', async () => {
  await voted({ amt: 'ja' });
  await talk.moveTo(END);

  const { vote, result } = await stored(talk);
  const toChair = (await talk.heard()).filter(({ to, ping }) => to === 'dm/vorsitz' && ping).at(-1);
  expect(vote.decision).toMatchObject({ outcome: { result: 'notQuorate' }, resolution: null });
  expect(result?.state).toBe('submitted');
  expect(toChair?.text).toContain('/beschluss zweite ladung B-1 bis');
});

test('closing again, early, or late after a standstill changes nothing and says nothing twice', async () => {
  await voted({ amt: 'ja', verein: 'ja', beirat: 'ja' });
  const { vote } = await stored(talk);
  const process = await talk.store.transaction((tx) => tx.processes.byId(vote.processId));
  const item = {
    id: 1,
    kind: 'vote.close',
    processId: vote.processId,
    objectId: vote.id,
    at: talk.now(),
    failures: 0,
  } as const;
  if (!process) throw new Error('no process');

  await talk.store.transaction((tx) => voteDue(tx, process, [item], talk.now(), null));
  expect((await stored(talk)).vote.state).toBe('open');

  talk.sleepUntil('2027-03-01T09:00');
  await talk.wake();
  await talk.heard();
  const first = await stored(talk);
  await talk.store.transaction((tx) => voteDue(tx, process, [item], talk.now(), null));

  expect(first.vote.decision?.resolution).toEqual({ number: 1, year: 2027 });
  expect(await stored(talk)).toEqual(first);
  expect(await talk.heard()).toEqual([]);
});

test('the number belongs to the year of the last day of voting', async () => {
  talk.sleepUntil('2027-12-20T09:00');
  await voted({ amt: 'ja', verein: 'ja', beirat: 'ja' }, 'bis 31.12.2027');
  await talk.moveTo('2028-01-03T09:00');

  expect((await stored(talk)).vote.decision?.resolution).toEqual({ number: 1, year: 2027 });
});

test('an objection in a consent round gives the proposal back to the working group with its reason', async () => {
  await voted({ amt: 'ja', verein: 'einwand weil Frauen fehlen', beirat: 'bedenken' }, 'regel konsent');
  const told = (await heardAtTheEnd())['ag-bildung'];

  const { vote, result } = await stored(talk);
  expect(vote.decision).toMatchObject({ outcome: { result: 'objected' }, resolution: null });
  expect(result?.state).toBe('draft');
  expect(JSON.stringify(told)).toContain('Einwand: Frauen fehlen');
});

test('a straw poll resolves nothing', async () => {
  await voted({ amt: 'ja', verein: 'ja', beirat: 'ja' }, 'regel meinungsbild');
  await talk.moveTo(END);

  expect((await stored(talk)).vote.decision).toMatchObject({ outcome: { result: 'noResolution' }, resolution: null });
  expect((await stored(talk)).result?.state).toBe('submitted');
});

test('names and reasons stay out of the record of a confidential vote', async () => {
  await voted({ amt: 'ja', verein: 'ja', beirat: 'nein' }, 'geheim');
  await talk.moveTo(END);

  const resolution = (await talk.heard()).find(
    ({ to, edit, text }) => to === 'steuerung' && !edit && text.startsWith('Beschluss'),
  );
  expect(resolution?.text).toContain('2 Ja : 1 Nein');
  expect(resolution?.text).not.toMatch(/amt|verein|beirat,|Wer wie/);
});

test('the chair’s own Yes breaks a tie where the rule says so, and is logged as an act of its own', async () => {
  await voted({ vorsitz: 'ja', amt: 'nein', verein: 'enthaltung' }, 'regel vorsitz-entscheidet');
  await talk.moveTo(END);

  const { vote } = await stored(talk);
  const chain = await talk.store.transaction((tx) => tx.audit.entries(vote.processId));
  expect(vote.decision?.outcome).toMatchObject({ result: 'adopted', castingVote: 'yes' });
  expect(chain.map(({ action }) => action)).toContain('vote.castingVote');
});
