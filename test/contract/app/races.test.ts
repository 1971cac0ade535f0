/** Two people do at the same instant what only one of them can: the other is told so, and nothing is done twice. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import type { Answer } from '../../../src/ports/inbound.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createTestApp, setUpProcess, type TestApp } from '../../support/apps.ts';
import { eachStore } from '../../support/database.ts';
import { createFakeChat } from '../../support/fakeChat.ts';

const TIMES = 8;

eachStore('races', (suite) => {
  let store: Store;
  let app: TestApp;

  beforeAll(async () => {
    store = createStore(suite.database.pool);
    app = createTestApp(store, createFakeChat().chat);
    await setUpProcess(app, 'r');
  });
  afterAll(() => app.close());

  const says = (person: string, room: string, text: string) => app.says(`${person}-r@${room}-r`, text);

  /** What was refused of things that were done at once, as many times as a race may be lost. */
  async function refusedOf(prepare: (time: number) => Promise<unknown>, race: (time: number) => Promise<Answer>[]) {
    const refused: string[][] = [];
    for (let time = 1; time <= TIMES; time += 1) {
      await prepare(time);
      await app.settle();
      const answers = await Promise.all(race(time));
      refused.push(answers.flatMap(({ refused }) => refused?.code ?? []));
    }
    return refused;
  }

  test('a task that nobody has is taken by one of two', async () => {
    const refused = await refusedOf(
      () => says('koordination', 'ag', '/aufgabe neu Räume suchen'),
      (time) => ['leitung', 'mitglied'].map((person) => says(person, 'ag', `/aufgabe annehmen A-${time}`)),
    );

    expect(refused).toEqual(Array.from({ length: TIMES }, () => ['task.notAsked']));
  });

  test('a work result is put to the vote or withdrawn', async () => {
    const refused = await refusedOf(
      async (time) => {
        await says('koordination', 'ag', '/ergebnis entwurf Maßnahme "Kurse" Zwei Kurse.');
        await says('koordination', 'ag', `/ergebnis einreichen E-${time}`);
      },
      (time) => [
        says('koordination', 'steuerung', `/beschluss öffnen E-${time}`),
        says('leitung', 'ag', `/ergebnis zurückziehen E-${time} bestätigen`),
      ],
    );

    expect(refused.map((codes) => codes.length)).toEqual(Array.from({ length: TIMES }, () => 1));
  });

  test('two yeses at once end something once', async () => {
    const asked: string[] = [];
    const refused = await refusedOf(
      async (time) => {
        await says('leitung', 'ag', `/beitrag öffnen "Frage ${time}"`);
        const { card } = await says('leitung', 'ag', `/beitrag schließen R-${time}`);
        asked.push(/F-\d+/.exec(JSON.stringify(card))?.[0] ?? 'nothing');
      },
      (time) => [1, 2].map(() => says('leitung', 'ag', `/mitwirk bestätigen ${asked[time - 1]}`)),
    );

    expect(refused).toEqual(Array.from({ length: TIMES }, () => ['process.questionGone']));
  });

  test('a digest that is asked for twice at once tells nothing twice', async () => {
    await says('koordination', 'ag', '/aufgabe neu Nur einmal erzählen');
    await app.settle();
    app.clock.moveTo(new Date(app.clock.now().getTime() + 3_600_000));
    await Promise.all([1, 2, 3].map(() => says('koordination', 'ag', '/prozess wochenbericht senden')));

    const windows = await store.transaction(async (tx) => {
      const [process] = await tx.processes.active();
      const entries = process ? await tx.audit.entries(process.id) : [];
      return entries.filter(({ action }) => action === 'digest.send').map(({ data }) => data.from);
    });
    expect(new Set(windows.slice(1)).size).toBe(1);
    expect(windows[0]).not.toBe(windows[1]);
  });
});
