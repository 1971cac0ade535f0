/** What ends something is asked about first, and nothing but the yes of whoever was asked, there and in time, does it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { families } from '../../../src/features/families.ts';
import { codeOf } from '../../../src/grammar/declaration.ts';
import type { Answer } from '../../../src/ports/inbound.ts';
import {
  type Conversation,
  type Conversations,
  linesOf,
  openConversations,
  senderCalled,
} from '../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

const [YES, NO] = ['Ja, so machen', 'Nein, lassen'];
const GONE = 'process.questionGone';

beforeAll(async () => {
  conversations = await openConversations();
});
afterAll(() => conversations.close());

beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00', ['erste']);
  await talk.says('erste@rat-A', '/prozess einrichten "Stadt A" region BE');
  await talk.says('erste@rat-A', '/gruppe steuerung');
  await talk.says('erste@rat-A', '/beitrag öffnen "Was fehlt?"');
});

const type = (speaker: string, text: string) => talk.hears(speaker, { kind: 'command', text });
const state = async (town = 'A') =>
  /\(beendet\)/.test(await talk.says(`erste@rat-${town}`, '/beitrag zeigen R-1')) ? 'ended' : 'open';

const logged = () =>
  talk.store.transaction(async (tx) => {
    const [process] = await tx.processes.active();
    return process ? (await tx.audit.entries(process.id)).length : 0;
  });

/** The number of the question, as it is typed. */
function numberOn({ card }: Answer): string {
  const [number] = /F-\d+/.exec(JSON.stringify(card)) ?? [];
  if (!number) throw new Error(`No question: ${linesOf({ card })}`);
  return number;
}

test('every command that ends something says what that means, and no other asks', () => {
  const commands = families.flatMap((family) => family.commands);
  const ending = commands.filter(({ effect }) => effect === 'ends').map(codeOf);

  expect(ending.length).toBeGreaterThan(5);
  expect(commands.filter(({ asks }) => asks !== undefined).map(codeOf)).toEqual(ending);
});

test('nothing has happened before the yes, and then it has', async () => {
  await talk.heard();
  const entries = await logged();
  const asked = await type('erste@rat-A', '/beitrag schließen R-1');
  expect(linesOf(asked)).toContain('Damit endet die Runde R-1');
  expect([await talk.heard(), await logged(), await state()]).toEqual([[], entries, 'open']);

  const { refused } = await talk.pressesOn('erste@rat-A', asked, YES);

  expect(refused).toBeNull();
  expect(await state()).toBe('ended');
});

test('a no leaves everything as it is, for good', async () => {
  const asked = await type('erste@rat-A', '/beitrag schließen R-1');

  expect(linesOf(await talk.pressesOn('erste@rat-A', asked, NO))).toBe('In Ordnung. Es bleibt alles, wie es ist.');
  expect((await talk.pressesOn('erste@rat-A', asked, YES)).refused?.code).toBe(GONE);
  expect(await state()).toBe('open');
});

test('a second yes does nothing more', async () => {
  const asked = await type('erste@rat-A', '/beitrag schließen R-1');
  await talk.pressesOn('erste@rat-A', asked, YES);

  expect((await talk.pressesOn('erste@rat-A', asked, YES)).refused?.code).toBe(GONE);
});

test('a word behind the command is the yes', async () => {
  await talk.says('erste@rat-A', '/beitrag schließen R-1 bestätigen');

  expect(await state()).toBe('ended');
});

test('what will be refused is refused at once', async () => {
  await talk.says('zweite@rat-A', '/mitwirk');

  const { refused } = await type('zweite@rat-A', '/beitrag schließen R-1');

  expect(refused?.code).toBe('who.groupLead');
});

describe('the yes', () => {
  test.each(['zweite@rat-A', 'erste@dm', 'erste@irgendwo'])('of %s is none', async (speaker) => {
    const number = numberOn(await type('erste@rat-A', '/beitrag schließen R-1'));

    expect((await type(speaker, `/mitwirk bestätigen ${number}`)).refused?.code).toBe(GONE);
    expect(await state()).toBe('open');
  });

  test('comes too late after an hour', async () => {
    const asked = await type('erste@rat-A', '/beitrag schließen R-1');
    talk.sleepUntil('2027-01-11T10:00');
    const soon = await type('erste@rat-A', '/beitrag schließen R-1');
    talk.sleepUntil('2027-01-11T10:01');

    expect((await talk.pressesOn('erste@rat-A', asked, YES)).refused?.code).toBe(GONE);
    expect(await state()).toBe('open');
    expect((await talk.pressesOn('erste@rat-A', soon, YES)).refused).toBeNull();
  });

  test('of somebody who may not any more is refused', async () => {
    const mentions = [{ ...senderCalled('leitung'), word: 'leitung' }];
    await talk.says('leitung@rat-A', '/mitwirk');
    await talk.hears('erste@rat-A', { kind: 'command', text: '/gruppe aufnehmen @leitung als Vorsitz' }, { mentions });
    const asked = await type('leitung@rat-A', '/beitrag schließen R-1');
    await talk.says('erste@rat-A', '/gruppe entfernen @leitung');

    expect((await talk.pressesOn('leitung@rat-A', asked, YES)).refused?.code).toBe('who.groupLead');
    expect(await state()).toBe('open');
  });
});

describe('of two towns', () => {
  beforeEach(async () => {
    await talk.says('erste@rat-B', '/prozess einrichten "Stadt B" region BE');
    await talk.says('erste@rat-B', '/gruppe steuerung');
    await talk.says('erste@rat-B', '/beitrag öffnen "Und hier?"');
  });

  test('the one that was asked about, whichever the direct chat is about by then', async () => {
    const asked = await type('erste@dm', '/beitrag schließen R-1 prozess "Stadt A"');
    await talk.says('erste@dm', '/ich prozess "Stadt B"');

    await type('erste@dm', `/mitwirk bestätigen ${numberOn(asked)}`);

    expect([await state('A'), await state('B')]).toEqual(['ended', 'open']);
  });

  test('the question for which one it is takes no yes, and is followed by the other question', async () => {
    const which = await type('erste@dm', '/beitrag schließen R-1');
    expect((await type('erste@dm', `/mitwirk bestätigen ${numberOn(which)}`)).refused?.code).toBe(GONE);

    const asked = await talk.pressesOn('erste@dm', which, 'Stadt B');
    expect([await state('A'), await state('B')]).toEqual(['open', 'open']);
    await talk.pressesOn('erste@dm', asked, YES);

    expect([await state('A'), await state('B')]).toEqual(['open', 'ended']);
  });
});
