/** The weekly digest: what it tells, to whom, and that nothing is told twice or left out. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { at, type Conversation, type Conversations, openConversations } from '../../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
});
beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00');
  for (const name of ['vorsitz', 'amt', 'leitung', 'mitglied']) await talk.says(`${name}@irgendwo`, '/mitwirk stand');
  await talk.says('koordination@steuerung', '/prozess einrichten "Integrationskonzept" region BY-KATH');
  await talk.says('koordination@steuerung', '/gruppe steuerung');
  await talk.says('koordination@steuerung', '/gruppe aufnehmen @vorsitz als Vorsitz');
  await talk.says('koordination@ag-bildung', '/gruppe neu "AG Bildung"');
  await talk.says('koordination@ag-bildung', '/gruppe aufnehmen @leitung als Leitung art Bildung');
  await talk.says('koordination@ag-bildung', '/gruppe aufnehmen @mitglied art Bürgerschaft');
  await talk.heard();
});
afterAll(() => conversations.close());

/** The digests sent since the last call. */
async function digests(): Promise<readonly { readonly to: string; readonly text: string }[]> {
  return (await talk.heard()).filter(({ text }) => text.startsWith('Wochenbericht'));
}

test('on Monday at 08:00 each coordinator is told what happened, what is late, who answered and what comes', async () => {
  await talk.says('leitung@ag-bildung', '/aufgabe neu Bestandsaufnahme @mitglied bis 14.01.');
  await talk.says('leitung@ag-bildung', '/aufgabe neu Raum suchen @leitung bis 22.01.');
  await talk.says('leitung@ag-bildung', '/aufgabe erledigt A-2');
  await talk.says('leitung@ag-bildung', '/beitrag öffnen "Welche Angebote fehlen?" bis 25.01.');
  await talk.says('mitglied@ag-bildung', '/beitrag Abendkurse');
  await talk.says('leitung@ag-bildung', '/ergebnis entwurf Maßnahme "Sprachcafé" Jeden Dienstag ein Sprachcafé.');
  await talk.says('leitung@ag-bildung', '/ergebnis einreichen E-1');
  await talk.says('vorsitz@steuerung', '/beschluss öffnen E-1 bis 15.01.');
  await talk.says('vorsitz@steuerung', '/beschluss ja');
  await talk.moveTo('2027-01-18T08:00');

  const [digest, ...others] = await digests();

  expect(others).toEqual([]);
  expect(digest?.to).toBe('dm/koordination');
  expect(digest?.text.replace(/[0-9a-f]{12}/, 'HASH')).toMatchSnapshot();
});

test('what one digest told, the next does not tell again; what is late stays, and is marked after seven business days', async () => {
  await talk.says('leitung@ag-bildung', '/aufgabe neu Bestandsaufnahme @mitglied bis 14.01.');
  await talk.moveTo('2027-01-25T08:00');
  const [first, second] = await digests();
  await talk.moveTo('2027-02-01T08:00');
  const [third] = await digests();

  expect(first?.text).toContain('Neu\n- A-1');
  expect(second?.text).not.toContain('Neu\n');
  expect(second?.text).toContain('seit 11 Tagen (steckt fest)');
  expect(first?.text).not.toContain('steckt fest');
  expect(third?.text).toContain('seit 18 Tagen');
});

test('a quiet week is said in one sentence', async () => {
  await talk.moveTo('2027-01-18T08:00');

  expect((await digests())[0]?.text).toContain('Eine ruhige Woche!');
});

test('after a standstill one digest tells it all, once', async () => {
  await talk.says('leitung@ag-bildung', '/aufgabe neu Räume suchen @mitglied');
  talk.sleepUntil('2027-02-10T11:00');
  await talk.wake();
  await talk.wake();

  const sent = await digests();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.text).toContain('Mo., 11.01.2027 bis Mi., 10.02.2027');
  expect(await talk.store.transaction((tx) => tx.due.next())).toEqual(at('2027-02-15T08:00'));
});

test('not heard are only kinds that have somebody among the members', async () => {
  await talk.says('leitung@ag-bildung', '/beitrag öffnen "Welche Angebote fehlen?" bis 25.01.');
  await talk.says('mitglied@ag-bildung', '/beitrag Abendkurse');
  await talk.moveTo('2027-01-18T08:00');

  expect((await digests())[0]?.text).toContain('\nNoch nicht gehört: Bildung.\n');
  expect(await talk.says('koordination@steuerung', '/prozess')).toMatch(
    /\nNoch nicht vertreten: Migrantenorganisation, .*\.$/,
  );
});

test('a time of the digest that is none is refused with one that is', async () => {
  expect(await talk.says('koordination@steuerung', '/prozess wochenbericht Quatschtag 99:00')).toBe(
    '„Quatschtag 99:00“ ist kein Wochentag mit Uhrzeit. So geht es: Dienstag 07:30',
  );
});

test('the window is half-open: an event at the very instant stands in the next digest', async () => {
  await talk.moveTo('2027-01-18T08:00');
  await digests();
  await talk.says('leitung@ag-bildung', '/aufgabe neu Räume suchen @mitglied');
  await talk.moveTo('2027-01-25T08:00');

  expect((await digests())[0]?.text).toContain('A-1');
});

test('the preview shows it to the coordinator alone and moves nothing', async () => {
  await talk.says('leitung@ag-bildung', '/aufgabe neu Räume suchen @mitglied');
  await talk.moveTo('2027-01-12T10:00');
  await talk.heard();

  expect(await talk.says('koordination@steuerung', '/prozess wochenbericht vorschau')).toContain('Neu\n- A-1');
  expect(await talk.heard()).toEqual([]);
  await talk.moveTo('2027-01-18T08:00');
  expect((await digests())[0]?.text).toContain('Neu\n- A-1');
});

test('sent by hand, it moves the window and leaves the regular time as it was', async () => {
  await talk.says('leitung@ag-bildung', '/aufgabe neu Räume suchen @mitglied');
  await talk.moveTo('2027-01-13T10:00');
  await talk.says('koordination@steuerung', '/prozess wochenbericht senden');
  await talk.moveTo('2027-01-18T08:00');

  const [byHand, regular] = await digests();
  expect(byHand?.text).toContain('A-1');
  expect(regular?.text).not.toContain('Neu\n');
});

test('a new time takes the place of the old one', async () => {
  await talk.says('koordination@steuerung', '/prozess wochenbericht Mittwoch 7:30');

  expect(await talk.store.transaction((tx) => tx.due.next())).toEqual(at('2027-01-13T07:30'));
  await talk.moveTo('2027-01-20T12:00');
  expect(await digests()).toHaveLength(2);
});
