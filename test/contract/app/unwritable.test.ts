/** Where nothing can be written, what only looks is answered as ever, and everything else is refused and changes nothing. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { paragraph } from '../../../src/cards/build.ts';
import { families } from '../../../src/features/families.ts';
import { type Command, codeOf } from '../../../src/grammar/declaration.ts';
import { plainLines } from '../../../src/message/plain.ts';
import type { Answer } from '../../../src/ports/inbound.ts';
import { type Store, StoreUnwritable } from '../../../src/ports/store.ts';
import { typed } from '../../../src/text/words.ts';
import { createTestApp, setUpProcess, type TestApp } from '../../support/apps.ts';
import { contentsOf } from '../../support/database/rowCounts.ts';
import { eachStore } from '../../support/database.ts';
import { createFakeChat } from '../../support/fakeChat.ts';

/** Each command that only looks, in a line that has something to show. */
const LOOKING: Readonly<Record<string, readonly [speaker: string, line: string]>> = {
  'me.show': ['leitung@dm', '/ich zeigen'],
  'me.data': ['leitung@dm', '/ich daten'],
  'task.list': ['leitung@ag', '/aufgabe liste'],
  'task.show': ['mitglied@ag', '/aufgabe zeigen A-1'],
  'input.list': ['leitung@ag', '/beitrag liste'],
  'input.show': ['mitglied@ag', '/beitrag zeigen R-1'],
  'result.show': ['leitung@ag', '/ergebnis zeigen E-1'],
  'result.list': ['leitung@ag', '/ergebnis liste'],
  'result.history': ['leitung@ag', '/ergebnis verlauf E-1'],
  'vote.mine': ['vorsitz@dm', '/beschluss meine B-1'],
  'vote.status': ['vorsitz@steuerung', '/beschluss stand'],
  'vote.show': ['verein@steuerung', '/beschluss zeigen B-1'],
  'vote.list': ['vorsitz@steuerung', '/beschluss liste'],
  'group.show': ['leitung@ag', '/gruppe zeigen'],
  'group.list': ['leitung@ag', '/gruppe liste'],
  'process.show': ['vorsitz@steuerung', '/prozess zeigen'],
  'mitwirk.help': ['verein@dm', '/mitwirk hilfe'],
  'mitwirk.status': ['verein@dm', '/mitwirk stand'],
  'mitwirk.audit': ['vorsitz@steuerung', '/mitwirk protokoll'],
};

const NOTE = paragraph('Im Moment kann ich nichts speichern. Sie sehen, was zuletzt gespeichert wurde.', 'muted');

const commands = families.flatMap((family) => family.commands);
const others = commands.filter((command) => command.effect !== 'reads');

test('every command that only looks is tried here, and no other', () => {
  const reading = commands.filter(({ effect }) => effect === 'reads').map(codeOf);

  expect(Object.keys(LOOKING).sort()).toEqual(reading.sort());
});

/** The same store, with a disk that is full. */
function full(store: Store): Store {
  return { ...store, transaction: () => Promise.reject(new StoreUnwritable(new Error('No space left on device'))) };
}

function linesOf({ card }: Answer): readonly string[] {
  return card ? plainLines(card) : [];
}

eachStore('looking', (suite) => {
  let store: Store;
  let app: TestApp;
  let onFull: TestApp;
  const place = (speaker: string) =>
    speaker.replace(/^(.*?)@(.*)$/, (_, who, room) => `${who}-l@${room === 'dm' ? room : `${room}-l`}`);
  const says = async (speaker: string, line: string, key?: string) => {
    const answer = await app.says(place(speaker), line, key);
    await app.settle();
    return answer;
  };

  beforeAll(async () => {
    store = createStore(suite.database.pool);
    app = createTestApp(store, createFakeChat().chat);
    onFull = createTestApp(full(store), createFakeChat().chat);
    await setUpProcess(app, 'l');
    for (const [speaker, line] of [
      ['leitung@ag', '/aufgabe neu Räume suchen @mitglied-l bis 20.01.'],
      ['leitung@ag', '/beitrag öffnen Was fehlt? bis 25.01.'],
      ['mitglied@ag', '/beitrag geben R-1 Mehr Kurse.'],
      ['leitung@ag', '/ergebnis entwurf Maßnahme "Kurse" Zwei Kurse.'],
      ['leitung@ag', '/ergebnis einreichen E-1'],
      ['vorsitz@steuerung', '/beschluss öffnen E-1'],
      ['vorsitz@steuerung', '/beschluss ja B-1'],
      // Whoever is to be answered has been seen in this place before.
      ...Object.values(LOOKING).map(([speaker]) => [speaker, '/mitwirk stand'] as const),
    ] as const) {
      expect((await says(speaker, line)).refused).toBeNull();
    }
  });
  afterAll(() => app.close());

  test.each(Object.entries(LOOKING))(
    '%s writes nothing but that it was asked, and is answered on a full disk',
    async (_, [speaker, line]) => {
      const before = await contentsOf(suite.database.pool);

      const answer = await says(speaker, line);
      const after = await contentsOf(suite.database.pool);
      const answeredOnFull = await onFull.says(place(speaker), line);

      expect(answer.refused).toBeNull();
      expect(after).toEqual({ ...before, events: expect.not.stringMatching(before.events ?? '') });
      expect(answeredOnFull.card).toEqual({ ...answer.card, body: [...(answer.card?.body ?? []), NOTE] });
    },
  );

  describe('on a full disk', () => {
    test('nobody changes anything, and everybody is told so kindly', async () => {
      const before = await contentsOf(suite.database.pool);

      for (const command of others) {
        const answer = await onFull.says(place('koordination@steuerung'), lineOf(command));
        expect({ line: lineOf(command), refused: answer.refused?.code }).toEqual({
          line: lineOf(command),
          refused: expect.stringMatching(/^store\.unwritable$|^setup\./),
        });
      }

      expect(await contentsOf(suite.database.pool)).toEqual(before);
      const [words = ''] = linesOf(await onFull.says(place('leitung@ag'), '/aufgabe erledigt A-1'));
      expect(words).toContain('Im Moment kann ich nichts speichern, deshalb hat sich nichts geändert.');
    });

    test('whoever was never seen is told so as well, but only when the bot is meant', async () => {
      expect((await onFull.says('unbekannt@nirgends', '/aufgabe liste')).refused?.code).toBe('store.unwritable');
      expect(await onFull.says('unbekannt@nirgends', 'Guten Morgen')).toEqual({ card: null, refused: null });
    });

    test('nobody is asked which of their processes they mean, as the question could not be kept', async () => {
      await says('koordination@anderswo', '/prozess einrichten "Zweiter Prozess"');

      expect((await says('koordination@dm', '/aufgabe liste')).refused).toBeNull();
      expect((await onFull.says(place('koordination@dm'), '/aufgabe liste')).refused?.code).toBe('store.unwritable');
      const named = await onFull.says(place('koordination@dm'), '/aufgabe liste prozess "Zweiter Prozess"');
      expect(linesOf(named).join('\n')).toContain('Im Prozess Zweiter Prozess.');
    });

    test('what was answered before gets the same answer', async () => {
      const given = await says('leitung@ag', '/aufgabe neu Stühle holen', 'before the disk was full');

      expect(await onFull.says(place('leitung@ag'), '/aufgabe neu Stühle holen', 'before the disk was full')).toEqual(
        given,
      );
    });
  });

  test('a command that only looks waits for nobody who changes something', async () => {
    // Embedded, transactions follow each other in any case.
    if (suite.database.kind === 'embedded') return;
    const client = await suite.database.pool.connect();
    try {
      await client.query('begin');
      await client.query('select id from mitwirk.processes for no key update');

      expect((await app.says(place('leitung@ag'), '/aufgabe liste')).refused).toBeNull();
    } finally {
      await client.query('rollback');
      client.release();
      await app.settle();
    }
  });
});

function lineOf({ family, verb }: Command): string {
  return typed('de', family, verb);
}
