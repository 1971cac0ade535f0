/** Whoever takes part in several processes says which one they mean, and is never guessed about. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seeSpaces } from '../../../src/app/presence.ts';
import { actionsOf } from '../../../src/message/plain.ts';
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

const WHICH = /^Sie nehmen an mehreren Prozessen teil\. Um welchen geht es\?/;
const BOTH = 'beide@dm';

const type = (speaker: string, text: string) => talk.hears(speaker, { kind: 'command', text });
const labels = ({ card }: Answer) => (card ? actionsOf(card).map(({ label }) => label) : []);
const openTasks = async (town: 'A' | 'B') => talk.says(`koordination@rat-${town}`, '/aufgabe liste offen');

beforeAll(async () => {
  conversations = await openConversations();
});
afterAll(() => conversations.close());
beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00', ['koordination']);
  await talk.says('beide@irgendwo', '/mitwirk');
  await talk.says('einer@irgendwo', '/mitwirk');
  for (const town of ['A', 'B']) {
    const room = `koordination@rat-${town}`;
    await talk.says(room, `/prozess einrichten "Stadt ${town}" region BE`);
    await talk.says(room, '/gruppe steuerung');
    await talk.hears(
      room,
      { kind: 'command', text: '/gruppe aufnehmen @beide' },
      {
        mentions: [{ ...senderCalled('beide'), word: 'beide' }],
      },
    );
    if (town === 'B') await talk.says(BOTH, '/ich zusagen');
    await talk.says(room, `/aufgabe neu Haushalt ${town} @beide`);
  }
  await talk.says('koordination@rat-A', '/gruppe aufnehmen @einer');
  await talk.heard();
});

describe('a command in the direct chat', () => {
  test('is asked about, done in the process of the button, and nothing is typed again', async () => {
    const asked = await type(BOTH, '/aufgabe erledigt A-1');

    expect(linesOf(asked)).toMatch(WHICH);
    expect(labels(asked)).toEqual(['Stadt A', 'Stadt B']);
    const done = await talk.pressesOn(BOTH, asked, 'Stadt B');

    expect(linesOf(done)).toMatch(/^A-1 ist erledigt[\s\S]*Im Prozess Stadt B\./);
    expect(await openTasks('A')).toContain('Haushalt A');
    expect(await openTasks('B')).not.toContain('Haushalt B');
  });

  test('keeps whom the platform says is meant, over the question', async () => {
    const asked = await talk.hears(
      BOTH,
      { kind: 'command', text: '/ich abwesend 12.01.–15.01. vertretung @x' },
      {
        mentions: [{ ...senderCalled('einer'), word: 'x' }],
      },
    );

    expect(linesOf(asked)).toMatch(WHICH);
    expect(linesOf(await talk.pressesOn(BOTH, asked, 'Stadt A'))).toMatch(
      /Ihre Vertretung ist einer\.[\s\S]*Im Prozess Stadt A\./,
    );
  });

  test('is a form as well', async () => {
    const asked = await talk.hears(BOTH, { kind: 'form', command: 'task.add', values: { text: 'Aus dem Formular' } });

    expect(asked.refused).toBeNull();
    await talk.pressesOn(BOTH, asked, 'Stadt B');

    expect(await openTasks('B')).toContain('Aus dem Formular');
    expect(await openTasks('A')).not.toContain('Aus dem Formular');
  });

  test('may be answered again where it was refused, with the words it was about', async () => {
    const asked = await type(BOTH, '/aufgabe kommentar A-7 ja');

    const refused = await talk.pressesOn(BOTH, asked, 'Stadt A');
    expect(refused.refused?.code).toBe('task.unknown');
    expect((await talk.pressesOn(BOTH, asked, 'Stadt B')).refused?.code).toBe('task.unknown');

    expect(await talk.says(BOTH, '/gruppe liste')).toMatch(WHICH);
  });

  test('is done once, however often the button is pressed, and by nobody else', async () => {
    const asked = await type(BOTH, '/aufgabe neu Einmal');
    await talk.says('koordination@dm', '/aufgabe neu Zweimal');

    expect((await talk.pressesOn('koordination@dm', asked, 'Stadt A')).refused?.code).toBe('process.questionGone');
    await talk.pressesOn(BOTH, asked, 'Stadt A');
    expect((await talk.pressesOn(BOTH, asked, 'Stadt A')).refused?.code).toBe('process.questionGone');

    expect((await openTasks('A')).split('Einmal')).toHaveLength(2);
  });

  test('goes where the words say, in any language', async () => {
    expect(await talk.says(BOTH, '/aufgabe zeigen A-1 prozess "stadt b"')).toContain('Haushalt B');
    expect(await talk.says(BOTH, '/task show A-1 process „Stadt A“')).toContain('Haushalt A');
    expect(await talk.says(BOTH, 'aufgabe liste prozess "Stadt B"')).toContain('Haushalt B');
    expect(await talk.says(BOTH, 'A-1 prozess "Stadt B"')).toContain('Haushalt B');
    expect(await talk.says(BOTH, '/aufgabe prozess "Stadt A"')).toContain('Haushalt A');
    expect((await type(BOTH, 'A-1 prozess "Stadt C"')).refused?.code).toBe('process.notAmong');
    expect((await type(BOTH, 'Guten Morgen prozess "Stadt A"')).refused?.code).toBe('command.sentence');
    expect((await type('beide@rat-A', '/aufgabe prozess "Stadt B"')).refused?.code).toBe('command.verb');
  });

  test('to a process that is not theirs says the same, whether there is one or not', async () => {
    await talk.says('koordination@dritte', '/prozess einrichten "Stadt C"');
    const refused = async (name: string) => type(BOTH, `/aufgabe liste prozess "${name}"`);

    const [foreign, nobody] = [await refused('Stadt C'), await refused('Stadt D')];

    expect(foreign.refused?.code).toBe('process.notAmong');
    expect(linesOf(foreign).replaceAll('Stadt C', '?')).toBe(linesOf(nobody).replaceAll('Stadt D', '?'));
  });

  test('of somebody of one process is not asked about, and words that only look so stay text', async () => {
    expect(await talk.says('einer@dm', '/aufgabe liste alle')).toContain('Haushalt A');
    await talk.says('koordination@rat-A', '/aufgabe neu "Antwort auf" prozess "Stadt B"');

    expect(await openTasks('A')).toContain('prozess "Stadt B"');
  });
});

describe('the choice', () => {
  beforeEach(async () => {
    await talk.pressesOn(BOTH, await type(BOTH, '/gruppe liste'), 'Stadt A');
  });

  test('is remembered for the direct chat alone, shown, and changed by a button', async () => {
    const list = await type(BOTH, '/gruppe liste');
    expect(linesOf(list)).toContain('Im Prozess Stadt A.');

    const offered = await talk.pressesOn(BOTH, list, 'Prozess wechseln');
    expect(linesOf(offered)).toMatch(/gilt zurzeit für den Prozess Stadt A\./);
    expect(labels(offered)).toEqual(['Stadt B']);
    await talk.pressesOn(BOTH, offered, 'Stadt B');

    expect(await talk.says(BOTH, '/gruppe liste')).toContain('Im Prozess Stadt B.');
    expect(await talk.says('beide@irgendwo', '/gruppe liste')).toMatch(WHICH);
  });

  test('does not answer for an id that stands for something in both', async () => {
    await talk.says('koordination@rat-A', '/aufgabe neu Nur hier');

    expect(await talk.says(BOTH, '/aufgabe zeigen A-1')).toMatch(WHICH);
    expect(await talk.says(BOTH, 'A-1')).toMatch(WHICH);
    expect(await talk.says(BOTH, '/aufgabe zeigen A-2')).toContain('Nur hier');
    const form = { kind: 'form', command: 'task.done', values: { task: 'A-1' } } as const;
    expect(linesOf(await talk.hears(BOTH, form))).toMatch(WHICH);
  });

  test('does not answer for the button of a card that names no process', async () => {
    const pressed = await talk.hears(BOTH, { kind: 'command', text: '/aufgabe liste', pressed: true });

    expect(linesOf(pressed)).toMatch(WHICH);
  });

  test('of a process one has left counts no more', async () => {
    await talk.says('koordination@rat-A', '/gruppe entfernen @beide');

    expect(await talk.says(BOTH, '/gruppe liste')).not.toMatch(WHICH);
    expect(await talk.says(BOTH, '/aufgabe liste alle')).toContain('Haushalt B');
  });

  test('is for the direct chat to make', async () => {
    expect((await type('beide@rat-A', '/ich prozess "Stadt B"')).refused?.code).toBe('process.choiceDirect');
    expect((await type(BOTH, '/ich prozess "Stadt C"')).refused?.code).toBe('process.notAmong');
    expect(await talk.says('beide@rat-A', '/gruppe liste')).not.toContain('Im Prozess');
  });
});

test('cards in the direct chat say on every button for which process they are', async () => {
  await talk.says('koordination@rat-B', '/aufgabe neu Plakat @beide');
  const batch = await talk.store.transaction((tx) => tx.outbox.lease(talk.now(), talk.now(), 100));
  const personal = batch.filter(({ to }) => 'person' in to).flatMap(({ card }) => actionsOf(card));

  expect(personal.map(({ command }) => command)).toContain('/aufgabe erledigt A-2 prozess "Stadt B"');

  const answer = await type(BOTH, '/aufgabe zeigen A-1 prozess "Stadt B"');
  await talk.pressesOn(BOTH, await type(BOTH, '/gruppe liste'), 'Stadt A');
  await talk.pressesOn(BOTH, answer, 'Erledigt');

  expect(await openTasks('B')).not.toContain('Haushalt B');
  expect(await openTasks('A')).toContain('Haushalt A');
});

test('what is mine is shown of all processes in the direct chat, and of one in its room', async () => {
  const mine = await type(BOTH, '/ich');

  expect(linesOf(mine)).toMatch(/Stadt A[\s\S]*Haushalt A[\s\S]*Stadt B[\s\S]*Haushalt B/);
  expect(await talk.says('beide@rat-A', '/ich')).not.toContain('Haushalt B');
  const [, second] = mine.card ? actionsOf(mine.card) : [];
  const shown = await type(BOTH, second?.command ?? '');
  expect(linesOf(shown)).toContain('Haushalt B');
  expect(await talk.says(BOTH, '/ich daten')).toContain('2 Gruppen, 2 Aufgaben');
});

describe('a new room', () => {
  test('is offered for those processes alone in which it may be done', async () => {
    await talk.says('koordination@rat-C', '/prozess einrichten "Stadt C"');
    await talk.says('koordination@rat-D', '/prozess einrichten "Stadt D"');

    const asked = await type('koordination@saal', '/gruppe neu "AG Wohnen"');
    expect(labels(asked)).toEqual(['Stadt A', 'Stadt B', 'Stadt C', 'Stadt D']);
    expect((await type('beide@flur', '/gruppe neu "AG Wohnen"')).refused?.code).toBe('who.coordinator');

    await talk.pressesOn('koordination@saal', asked, 'Stadt D');
    expect(await talk.says('koordination@rat-D', '/gruppe liste')).toContain('AG Wohnen');
  });

  test('does not need the same name twice: processes are told apart by more than case and quotes', async () => {
    expect((await type('koordination@saal', '/prozess einrichten „stadt a“')).refused?.code).toBe('process.exists');
  });
});

describe('a stranger in a foreign channel', () => {
  test.each(['/mitwirk stand', '/mitwirk', '/ich', '/ich daten', '/prozess', '/gruppe steuerung', 'A-1', '/hilfe'])(
    'learns of no process by %s',
    async (line) => {
      expect(await talk.says('fremd@markt', line)).not.toMatch(/Stadt [AB]/);
      expect(await talk.says('fremd@dm', line)).not.toMatch(/Stadt [AB]/);
    },
  );

  test('nor in a room of a space, of one process or between two', async () => {
    const rooms = (...names: readonly string[]) =>
      names.map((name) => ({ externalId: name, name, address: null, inside: true }));
    await seeSpaces(talk.store, 'local', [
      { externalId: 's1', name: 'Space A', rooms: rooms('rat-A', 'einzeln', 'strittig') },
      { externalId: 's2', name: 'Space B', rooms: rooms('rat-B', 'strittig') },
    ]);
    for (const town of ['A', 'B']) await talk.says(`koordination@rat-${town}`, '/prozess space');

    for (const line of ['/mitwirk stand', '/prozess', '/gruppe liste']) {
      for (const room of ['einzeln', 'strittig'])
        expect(await talk.says(`fremd@${room}`, line)).not.toMatch(/Stadt [AB]/);
    }
    expect(await talk.says('koordination@strittig', '/prozess')).toContain('Stadt A, Stadt B');
  });
});

test('a deputy learns nothing of a process they take no part in', async () => {
  await talk.says(BOTH, '/ich abwesend 11.01.–29.01. vertretung @einer prozess "Stadt A"');
  await talk.says('koordination@rat-B', '/aufgabe frist A-1 12.01.');
  await talk.says('koordination@rat-A', '/aufgabe frist A-1 12.01.');
  await talk.heard();

  await talk.moveTo('2027-01-20T12:00');

  const told = (await talk.heard()).filter(({ to }) => to === 'dm/einer').map(({ text }) => text);
  expect(told.join('\n')).toContain('Haushalt A');
  expect(told.join('\n')).not.toContain('Haushalt B');
  expect(await talk.says('koordination@rat-B', 'A-1')).not.toContain('einer');
  expect((await type('einer@rat-B', '/aufgabe erledigt A-1')).refused).not.toBeNull();
});
