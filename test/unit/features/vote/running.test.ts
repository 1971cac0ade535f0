/** What chair and coordination do to a vote, and who is reminded of it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { remindVoters } from '../../../../src/features/vote/due/remind.ts';
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

function inTurn(lines: readonly (readonly [string, string])[]) {
  return lines.reduce(async (before, [who, line]) => {
    await before;
    await talk.says(who, line);
  }, Promise.resolve());
}

/** Who was written to and pinged, in order. */
async function pinged(): Promise<readonly string[]> {
  return (await talk.heard()).filter(({ ping }) => ping).map(({ to, text }) => `${to}: ${text.split('\n')[0]}`);
}

test('a vote is opened from another room and stands in the steering group’s', async () => {
  const answer = await talk.says('koordination@ag-bildung', '/beschluss öffnen E-1 bis 20.01.');

  expect(answer).toContain(
    'B-1 „Sprachcafé“ steht im Raum der Steuerungsgruppe zur Abstimmung, bis Mi., 20.01.2027 (KW 3)',
  );
  expect((await talk.heard())[0]).toMatchObject({ to: 'steuerung', ping: true });
});

test.each([
  ['amt@steuerung', 'öffnen E-1', 'nur der Vorsitz'],
  ['leitung@ag-bildung', 'öffnen E-1', 'nur der Vorsitz'],
  ['vorsitz@steuerung', 'öffnen E-9', 'Ein Arbeitsergebnis E-9 gibt es hier nicht'],
  ['vorsitz@steuerung', 'öffnen E-1 bis heute', 'ohne Uhrzeit ist zu knapp'],
  ['vorsitz@steuerung', 'öffnen E-1 bis heute 8 Uhr', 'schon vorbei'],
  ['vorsitz@steuerung', 'öffnen E-1 regel konsent geheim', 'geht es nicht vertraulich'],
])('%s: «%s» is refused: %s', async (who, line, why) => {
  expect(await talk.says(who, `/beschluss ${line}`)).toContain(why);
  expect(await talk.heard()).toEqual([]);
});

test('what was not submitted is not put to the vote', async () => {
  await talk.says('leitung@ag-bildung', '/ergebnis entwurf Ziel "Entwurf" Noch nicht fertig.');

  expect(await talk.says('vorsitz@steuerung', '/beschluss öffnen E-2')).toContain('E-2');
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1');
  expect((await stored(talk)).vote.title).toBe('Sprachcafé');
});

test('an extension to the end there is already is none', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 bis 22.01.');

  expect(await talk.says('vorsitz@steuerung', '/beschluss verlängern B-1 bis 22.01.')).not.toBe('');
  expect((await stored(talk)).vote.extended).toBe(false);
});

test('a second vote on the same result is refused while one is open', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 bis heute 18 Uhr');

  expect(await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1')).toContain('wird schon abgestimmt: B-1');
});

test('of two who open at the same moment one succeeds and the other is told', async () => {
  const answers = await Promise.all(
    ['vorsitz', 'koordination'].map((name) => talk.says(`${name}@steuerung`, '/beschluss öffnen E-1')),
  );

  expect(answers.toSorted()).toEqual(['', 'Über E-1 wird schon abgestimmt: B-1.']);
});

test('a group of experts and deputies alone has nobody who may vote', async () => {
  await talk.store.transaction(async (tx) => {
    const [process] = await tx.processes.active();
    const [steering] = process ? await tx.groups.ofProcess(process.id) : [];
    for (const member of steering ? await tx.groups.members(steering.id) : []) {
      await tx.groups.setMember({ ...member, role: 'expert', deputyOf: null });
    }
  });

  expect(await talk.says('koordination@steuerung', '/beschluss öffnen E-1')).toContain(
    'keine stimmberechtigten Mitglieder',
  );
});

test('reminders go to those who have not voted, each once at half time and once before the end', async () => {
  await inTurn([
    ['vorsitz@steuerung', '/beschluss öffnen E-1 bis 22.01.'],
    ['amt@steuerung', '/beschluss ja'],
    ['beirat@steuerung', '/beschluss befangen B-1'],
    ['verein@steuerung', '/beschluss vertretung B-1'],
  ]);
  await talk.heard();

  await talk.moveTo('2027-01-18T12:00');
  expect(await pinged()).toEqual(
    ['vorsitz', 'ehrenamt', 'vertretung'].map((name) => `dm/${name}: B-1 „Sprachcafé“: Ihre Stimme fehlt noch`),
  );
  await talk.says('vorsitz@dm', '/beschluss ja');
  await talk.moveTo('2027-01-22T12:00');
  const warned = (await talk.heard()).filter(({ ping }) => ping);
  expect(warned.map(({ to }) => to)).toEqual(['dm/ehrenamt', 'dm/vertretung', 'dm/vorsitz']);
  expect(warned[2]?.text).toContain('noch nicht beschlussfähig: Bisher haben 2 Personen abgestimmt, 1 Stimme fehlt');
  expect(warned[2]?.text).toContain('Noch nicht abgestimmt: verein und ehrenamt');
});

test('in a confidential vote the chair is warned with a number, not with names', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 bis 22.01. geheim');
  await talk.moveTo('2027-01-22T12:00');

  const warning = (await talk.heard()).find(({ text }) => text.includes('noch nicht beschlussfähig'));
  expect(warning?.to).toBe('dm/vorsitz');
  expect(warning?.text).not.toMatch(/amt|verein/);
});

test('reminders that are late by days are left out, the close is not', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 bis 22.01.');
  await talk.heard();
  talk.sleepUntil('2027-02-15T09:00');
  await talk.wake();

  expect((await pinged()).filter((line) => line.includes('Ihre Stimme'))).toEqual([]);
  expect((await stored(talk)).vote.state).toBe('closed');
});

test('a reminder that is late by days is left out also while the vote runs on', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 bis 12.03.');
  await talk.heard();
  talk.sleepUntil('2027-03-01T09:00');
  await talk.wake();

  expect(await pinged()).toEqual([]);
  expect((await stored(talk)).vote.state).toBe('open');
});

test('a reminder that comes after the end of the vote is left out, also where the closing has not come yet', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 bis 22.01.');
  await talk.heard();
  talk.sleepUntil('2027-01-23T00:00');

  await talk.store.transaction(async (tx) => {
    const [process] = await tx.processes.active();
    const vote = process && (await tx.votes.byNumber(process.id, 1));
    if (vote) await remindVoters(tx, process, vote.id, 'lastCall', talk.now());
  });

  expect((await stored(talk)).vote.state).toBe('open');
  expect(await pinged()).toEqual([]);
});

test('whoever switched reminders off gets none', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 bis 22.01.');
  await talk.store.transaction(async (tx) => {
    const person = await tx.people.byIdentity('local', 'amt');
    if (person) await tx.people.update(person.id, { reminders: false });
  });
  await talk.heard();
  await talk.moveTo('2027-01-18T12:00');

  expect((await pinged()).filter((line) => line.startsWith('dm/amt'))).toEqual([]);
});

test('an extension moves the end once, is announced, and the old end passes without effect', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 bis 15.01.');
  await talk.heard();

  expect(await talk.says('vorsitz@steuerung', '/beschluss verlängern B-1 bis 14.01.')).toContain('muss später liegen');
  await talk.says('vorsitz@steuerung', '/beschluss verlängern B-1 bis 22.01.');
  expect((await talk.heard()).map(({ text }) => text.split('\n')[0])).toContain(
    'B-1 „Sprachcafé“: Die Abstimmung ist verlängert bis Fr., 22.01.2027 (KW 3).',
  );
  expect(await talk.says('vorsitz@steuerung', '/beschluss verlängern B-1 bis 29.01.')).toContain(
    'schon einmal verlängert',
  );
  await talk.moveTo('2027-01-18T12:00');
  expect((await stored(talk)).vote.state).toBe('open');
  expect(await talk.says('amt@steuerung', '/beschluss ja')).toContain('Danke!');
  await talk.moveTo('2027-01-23T00:00');
  expect((await stored(talk)).vote.state).toBe('closed');
});

test('a withdrawn vote keeps its record, tells those who had voted, and the result can be put to the vote again', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1');
  await talk.says('amt@steuerung', '/beschluss ja');
  await talk.heard();
  await talk.ends('vorsitz@steuerung', '/beschluss zurückziehen B-1 weil der Text noch reift');

  const said = await talk.heard();
  expect(said.find(({ to }) => to === 'dm/amt')?.text).toContain('Ihre Stimme zählt nicht');
  expect(said.some(({ to }) => to === 'dm/verein')).toBe(false);
  expect(said.find(({ to, edit }) => to === 'steuerung' && !edit)?.text).toContain('| der Text noch reift');
  expect(await talk.says('amt@steuerung', '/beschluss nein B-1')).toContain('wurde zurückgezogen');
  expect((await stored(talk)).ballots).toHaveLength(1);
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1');
  expect((await stored(talk, 2)).ballots).toEqual([]);
});

test('a second call on the same text needs no quorum and says so; before that there is none', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1');
  expect(await talk.says('vorsitz@steuerung', '/beschluss zweite ladung B-1 bis 29.01.')).toContain('nur nach einer');
  await talk.moveTo('2027-01-19T09:00');
  await talk.heard();
  await talk.says('vorsitz@steuerung', '/beschluss zweite ladung B-1 bis 29.01.');
  const [invitation] = await talk.heard();
  await talk.says('amt@steuerung', '/beschluss ja B-2');
  await talk.moveTo('2027-01-30T00:00');

  expect(invitation?.text).toContain('zweite');
  const resolution = (await talk.heard()).find(
    ({ text }) => text.startsWith('Beschluss 1/2027') && text.includes('Regel:'),
  );
  expect(resolution?.text).toContain('Beschlussfähigkeit: zweite Ladung, keine Mindestzahl; 1 von 5 hat abgestimmt');
  expect((await stored(talk, 2)).vote).toMatchObject({
    secondCallOf: (await stored(talk)).vote.id,
    decision: { outcome: { result: 'adopted' }, resolution: { number: 1 } },
  });
});

test('status tells whoever presides who is missing, and everybody else only how many have voted', async () => {
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1');
  await talk.says('amt@steuerung', '/beschluss nein');

  expect(await talk.says('vorsitz@dm', '/beschluss')).toContain(
    'Noch nicht abgestimmt: vorsitz, verein, beirat und ehrenamt',
  );
  expect(await talk.says('verein@dm', '/beschluss stand B-1')).not.toContain('Noch nicht abgestimmt');
  expect(await talk.says('verein@dm', 'B-1')).toContain('1 von 5 hat abgestimmt');
});
