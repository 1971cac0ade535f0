/** What falls due while people act in the same process, or while another replica wakes up too, is done exactly once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { verifyChain } from '../../../src/domain/audit/auditChain.ts';
import type { Process } from '../../../src/domain/process/process.ts';
import type { Answer } from '../../../src/ports/inbound.ts';
import type { Store } from '../../../src/ports/store.ts';
import { at, createTestApp, setUpProcess, type TestApp } from '../../support/apps.ts';
import { eachStore } from '../../support/database.ts';
import { createFakeChat } from '../../support/fakeChat.ts';

/** A Monday on which tasks are to be reminded of, a vote and a round end, and the digest is due: all at one instant. */
const MOMENT = '2027-01-18T08:00';
const TOWNS = ['nord', 'süd', 'west'];
const TASKS = 8;

eachStore('due work', (suite) => {
  const chat = createFakeChat();
  /** Transactions that had to be done again because the database chose them as victims of a deadlock. */
  let repeated = 0;

  function counting(store: Store): Store {
    return {
      ...store,
      transaction(work) {
        let runs = 0;
        return store.transaction((tx) => {
          runs += 1;
          if (runs > 1) repeated += 1;
          return work(tx);
        });
      },
    };
  }
  const newApp = (towns: readonly string[], clock?: TestApp['clock']) =>
    createTestApp(
      counting(createStore(suite.database.pool)),
      chat.chat,
      clock,
      towns.map((town) => `koordination-${town}`),
    );

  async function fill(app: TestApp, town: string): Promise<void> {
    await setUpProcess(app, town);
    const says = async (speaker: string, text: string) => {
      const [person, room] = speaker.split('@');
      const { refused } = await app.says(`${person}-${town}@${room === 'dm' ? 'dm' : `${room}-${town}`}`, text);
      expect({ text, refused }).toEqual({ text, refused: null });
    };
    for (let n = 0; n < TASKS; n += 1) await says('leitung@ag', `/aufgabe neu Sache @mitglied-${town} bis 25.01.`);
    await says('leitung@ag', '/beitrag öffnen "Was fehlt?" bis 18.01. 08:00');
    await says('leitung@ag', '/beitrag öffnen "Was noch?" bis 12.02.');
    for (const [id, until] of [
      ['1', '18.01. 08:00'],
      ['2', '12.02.'],
    ] as const) {
      await says('leitung@ag', '/ergebnis entwurf Ziel "Alle lernen" In jedem Stadtteil.');
      await says('leitung@ag', `/ergebnis einreichen E-${id}`);
      await says('vorsitz@steuerung', `/beschluss öffnen E-${id} bis ${until}`);
    }
    for (const person of ['vorsitz', 'verein']) await says(`${person}@steuerung`, '/beschluss ja B-1');
    await app.settle();
  }

  /** What people do in a town meanwhile: lines of several of them, each one after the other. */
  function bustle(app: TestApp, town: string): Promise<readonly Answer[]>[] {
    const lane = async (speaker: string, lines: readonly string[]) => {
      const answers: Answer[] = [];
      for (const line of lines) answers.push(await app.says(speaker, line));
      return answers;
    };
    return [
      lane(`mitglied-${town}@ag-${town}`, [
        '/aufgabe erledigt A-1',
        '/beitrag geben R-2 Busse',
        '/aufgabe erledigt A-2',
      ]),
      lane(`leitung-${town}@ag-${town}`, [
        '/aufgabe frist A-3 05.02.',
        '/aufgabe erledigt A-4',
        '/beitrag geben R-2 Wege',
      ]),
      lane(`vorsitz-${town}@steuerung-${town}`, ['/beschluss ja B-2', '/beschluss nein B-2', '/beschluss ja B-2']),
      lane(`koordination-${town}@ag-${town}`, ['/aufgabe neu Nachzügler', '/aufgabe liste', '/aufgabe neu Noch einer']),
    ];
  }

  describe.each([
    ['against commands of the same process', 'a'],
    ['against the due work of other replicas', 'b'],
  ])('%s', (_title, kind) => {
    const towns = TOWNS.map((town) => `${town}-${kind}`);
    let app: TestApp;
    let replicas: readonly TestApp[];
    let answers: readonly Answer[];
    let before: number;

    beforeAll(async () => {
      app = newApp(towns);
      for (const town of towns) await fill(app, town);
      replicas = [1, 2, 3].map(() => newApp(towns, app.clock));
      app.clock.moveTo(at(MOMENT));
      before = chat.given.length;
      repeated = 0;
      if (kind === 'a') {
        const [, ...busy] = await Promise.all([
          app.catchUp(),
          ...towns.flatMap((town) => bustle(replicas[0] ?? app, town)),
        ]);
        answers = busy.flat();
      } else {
        await Promise.all([app, ...replicas].map((one) => one.catchUp()));
        answers = [];
      }
      for (const one of [app, ...replicas]) await one.settle();
      await app.catchUp();
    });
    afterAll(async () => {
      for (const town of towns)
        await app.says(`koordination-${town}@steuerung-${town}`, '/prozess archivieren bestätigen');
      await app.settle();
    });

    const to = (recipient: string, words: string) =>
      chat.given.slice(before).filter((given) => given.to === recipient && !given.edit && given.text.includes(words));

    /** What each town's log says of an action. */
    async function logged(action: string): Promise<readonly number[]> {
      const store = createStore(suite.database.pool);
      return Promise.all(
        (await inTowns(store)).map(async (process) => {
          const entries = await store.transaction((tx) => tx.audit.entries(process.id));
          return entries.filter((entry) => entry.action === action && entry.actor === 'mitwirk').length;
        }),
      );
    }
    const inTowns = async (store: Store): Promise<readonly Process[]> =>
      (await store.transaction((tx) => tx.processes.all())).filter(({ name }) => towns.includes(name));
    const once = towns.map(() => 1);

    test('tasks: one reminder for each person, of all that is still to be done', async () => {
      expect(await logged('task.remind')).toEqual(once);
      for (const town of towns) expect(to(`mitglied-${town}`, 'Erinnerung')).toHaveLength(1);
    });

    test('votes: one resolution', async () => {
      expect(await logged('vote.close')).toEqual(once);
      for (const town of towns) expect(to(`steuerung-${town}`, 'Beschluss 1/2027')).toHaveLength(1);
    });

    test('rounds: one summary', async () => {
      expect(await logged('round.close')).toEqual(once);
      for (const town of towns) expect(to(`ag-${town}`, 'R-1 ist beendet')).toHaveLength(1);
    });

    test('digests: one, after everything else, and it tells of what has just ended', async () => {
      expect(await logged('digest.send')).toEqual(once);
      for (const town of towns) {
        const [digest, second] = to(`koordination-${town}`, 'Wochenbericht');
        expect(second).toBeUndefined();
        expect(digest?.text).toContain('Beschluss 1/2027');
        expect(digest?.text).toContain('R-1 Was fehlt?');
      }
    });

    test('nobody was refused, nothing was done twice for a deadlock, and the log is whole', async () => {
      expect(answers.map(({ refused }) => refused?.code ?? null)).toEqual(answers.map(() => null));
      expect([app, ...replicas].flatMap(({ errors }) => errors)).toEqual([]);
      expect(repeated).toBe(0);
      const store = createStore(suite.database.pool);
      for (const { id } of await inTowns(store)) {
        const [entries, head] = await store.transaction(async (tx) => [
          await tx.audit.entries(id),
          await tx.audit.head(id),
        ]);
        expect(verifyChain(id, entries, head)).toEqual({ ok: true, head });
      }
    });

    test('nothing is left to be done at that instant', async () => {
      const next = await app.nextWork();
      expect(next === null || next > app.clock.now()).toBe(true);
    });
  });
});
