/** Commands that wait for each other are done together, and nobody can tell but by how soon they are answered. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createStore } from '../../../adapters/postgres/store.ts';
import { createHandler } from '../../../src/app/together.ts';
import { verifyChain } from '../../../src/domain/audit/auditChain.ts';
import type { Answer, Inbound } from '../../../src/ports/inbound.ts';
import type { Store, Tx } from '../../../src/ports/store.ts';
import { at } from '../../support/apps.ts';
import { linesOf, senderCalled } from '../../support/conversation.ts';
import { eachStore } from '../../support/database.ts';
import { foundTown } from '../../support/smallTown.ts';

const NOW = at('2027-01-12T09:00');
const SETTINGS = { locale: 'de', zone: 'Europe/Berlin', coordinators: [] };

let events = 0;

/** `verein-a@steuerung-a` says the line. */
function saying(speaker: string, line: string, key = `event ${++events}`): Inbound {
  const [name = '', room = ''] = speaker.split('@');
  return {
    platform: 'local',
    key,
    origin: 'local',
    sender: senderCalled(name),
    mentions: [],
    room: { externalId: room, kind: 'channel', name: room },
    what: { kind: 'command', text: line },
  };
}

eachStore('commands together', (suite) => {
  let store: Store;
  let towns = 0;
  beforeAll(() => {
    store = createStore(suite.database.pool);
  });
  afterAll(() => undefined);

  /** A town of its own, whose rooms the handler knows already. */
  async function town(over: Store = store) {
    towns += 1;
    const name = `t${towns}`;
    await foundTown(store, name);
    const handle = createHandler(over, SETTINGS);
    for (const room of ['steuerung', 'ag'])
      await handle(saying(`leitung-${name}@${room}-${name}`, '/aufgabe neu Los'), NOW);
    return { name, handle: (inbound: Inbound) => handle(inbound, NOW) };
  }

  async function stored(name: string) {
    return store.transaction(async (tx) => {
      const process = (await tx.processes.all()).find((one) => one.name === name);
      if (!process) throw new Error(`There is no town ${name}`);
      const file = await tx.votes.fileOf(process.id, 1);
      return {
        process,
        tasks: await tx.tasks.list(process.id, { state: 'open' }),
        acts: file?.acts ?? [],
        entries: await tx.audit.entries(process.id),
        head: await tx.audit.head(process.id),
      };
    });
  }

  test('each has its own place in the log, in the order of arrival', async () => {
    const { name, handle } = await town();
    const lines = Array.from({ length: 20 }, (_, index) => `Aufgabe ${index}`);

    await Promise.all(lines.map((text) => handle(saying(`leitung-${name}@ag-${name}`, `/aufgabe neu ${text}`))));

    const { process, tasks, entries, head } = await stored(name);
    const numbered = tasks.toSorted((a, b) => a.number - b.number).map(({ text }) => text);
    expect(numbered.slice(-20)).toEqual(lines);
    expect(entries.map(({ action }) => action).slice(-20)).toEqual(lines.map(() => 'task.add'));
    expect(verifyChain(process.id, entries, head).ok).toBe(true);
  });

  test('each has its own answer, and of the ballots of one person the last counts', async () => {
    const { name, handle } = await town();
    const choices = ['ja', 'nein', 'enthaltung', 'ja', 'nein'];

    const answers = await Promise.all(
      choices.map((choice) => handle(saying(`verein-${name}@steuerung-${name}`, `/beschluss ${choice} B-1`))),
    );

    const told = answers.map((answer) => linesOf(answer).split('\n')[0]);
    expect(told).toEqual([
      'Danke! Ihre Stimme zu B-1: Ja.',
      'Geändert. Ihre Stimme zu B-1 ist jetzt: Nein.',
      'Geändert. Ihre Stimme zu B-1 ist jetzt: Enthaltung.',
      'Geändert. Ihre Stimme zu B-1 ist jetzt: Ja.',
      'Geändert. Ihre Stimme zu B-1 ist jetzt: Nein.',
    ]);
    const { acts } = await stored(name);
    expect(acts.slice(-5).map(({ choice }) => choice)).toEqual(['yes', 'no', 'abstain', 'yes', 'no']);
  });

  test('a refusal in between is told, and undoes nothing of the others', async () => {
    const { name, handle } = await town();
    const lines = [
      '/aufgabe neu Eins',
      '/aufgabe erledigt A-999',
      '/aufgabe neu Zwei',
      '/beschluss ja B-77',
      '/aufgabe neu Drei',
    ];

    const answers = await Promise.all(lines.map((line) => handle(saying(`leitung-${name}@ag-${name}`, line))));

    expect(answers.map(({ refused }) => refused?.code ?? null)).toEqual([
      null,
      'task.unknown',
      null,
      'vote.unknown',
      null,
    ]);
    const { tasks, entries } = await stored(name);
    expect(new Set(tasks.map(({ text }) => text))).toEqual(new Set(['Los', 'Eins', 'Zwei', 'Drei']));
    expect(entries.filter(({ action }) => action === 'task.add')).toHaveLength(4);
  });

  test('the same event, delivered twice among them, is done once and answered twice', async () => {
    const { name, handle } = await town();
    const once = () => handle(saying(`leitung-${name}@ag-${name}`, '/aufgabe neu Doppelt', `twice ${name}`));

    const answers = await Promise.all([
      handle(saying(`leitung-${name}@ag-${name}`, '/aufgabe neu Vorher')),
      once(),
      once(),
      handle(saying(`leitung-${name}@ag-${name}`, '/aufgabe neu Nachher')),
      once(),
    ]);

    expect(new Set([answers[1], answers[2], answers[4]].map((answer) => linesOf(answer as Answer))).size).toBe(1);
    expect((await stored(name)).tasks.filter(({ text }) => text === 'Doppelt')).toHaveLength(1);
  });

  test('a fault in one is that one’s alone', async () => {
    const broken: Store = {
      ...store,
      transaction: (work) => store.transaction((tx) => work(failingOn(tx, 'Kaputt'))),
    };
    const { name, handle } = await town(broken);
    const lines = ['Eins', 'Kaputt', 'Zwei', 'Drei'];

    const outcomes = await Promise.allSettled(
      lines.map((text) => handle(saying(`leitung-${name}@ag-${name}`, `/aufgabe neu ${text}`))),
    );

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    const { process, tasks, entries, head } = await stored(name);
    expect(new Set(tasks.map(({ text }) => text))).toEqual(new Set(['Los', 'Eins', 'Zwei', 'Drei']));
    expect(verifyChain(process.id, entries, head).ok).toBe(true);
  });

  test('who only looks waits for nobody', async () => {
    const { name, handle } = await town();
    const done: string[] = [];
    const note = (what: string) => () => done.push(what);

    const writing = Array.from({ length: 8 }, (_, index) =>
      handle(saying(`leitung-${name}@ag-${name}`, `/aufgabe neu Nummer ${index}`)).then(note('wrote')),
    );
    const looking = handle(saying(`verein-${name}@ag-${name}`, '/beschluss liste')).then(note('looked'));
    await Promise.all([...writing, looking]);

    expect(done.indexOf('looked')).toBeLessThan(done.length - 1);
  });

  describe('whatever is said, in whatever order', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '/aufgabe neu Erheben',
        '/aufgabe neu Fragen bis 1.3.',
        '/aufgabe erledigt A-1',
        '/aufgabe erledigt A-99',
      ),
      fc.constantFrom(
        '/beschluss ja B-1',
        '/beschluss nein B-1',
        '/beschluss zurücknehmen B-1',
        '/beitrag R-1 Mehr Kurse.',
        '/beitrag R-9 Nein.',
      ),
      fc.constantFrom('/gruppe', '/prozess archivieren', '/ich sprache en', '/gruppe umbenennen AG Neu'),
    );
    const speaker = fc.constantFrom('verein', 'vorsitz', 'leitung', 'koordination', 'fremd');
    const room = fc.constantFrom('steuerung', 'ag');
    const said = fc.array(fc.tuple(speaker, room, line), { minLength: 2, maxLength: 12 });

    test('together it comes to the same as one by one', async () => {
      await fc.assert(
        fc.asyncProperty(said, async (lines) => {
          const [one, many] = [await town(), await town()];
          const inboundOf = (name: string) =>
            lines.map(([who, where, text]) => saying(`${who}-${name}@${where}-${name}`, text));
          const alone: Answer[] = [];
          for (const inbound of inboundOf(one.name)) alone.push(await one.handle(inbound));

          const together = await Promise.all(inboundOf(many.name).map(many.handle));

          const plain = (text: string, name: string) => text.replaceAll(name, 'T');
          // What only looks may be faster than what was said before it.
          const writes = lines.map(([, , text]) => text !== '/gruppe');
          const told = (answers: readonly Answer[], name: string) =>
            answers.filter((_, index) => writes[index]).map((answer) => plain(linesOf(answer), name));
          expect(told(together, many.name)).toEqual(told(alone, one.name));
          const [a, b] = [await stored(one.name), await stored(many.name)];
          expect(b.entries.map(({ action }) => action)).toEqual(a.entries.map(({ action }) => action));
          expect(b.tasks.map(({ number, text, state }) => [number, text, state])).toEqual(
            a.tasks.map(({ number, text, state }) => [number, text, state]),
          );
          expect(b.acts.map(({ choice, sequence }) => [choice, sequence])).toEqual(
            a.acts.map(({ choice, sequence }) => [choice, sequence]),
          );
          expect(verifyChain(b.process.id, b.entries, b.head).ok).toBe(true);
        }),
        { numRuns: 12 },
      );
    });
  });
});

/** A store that breaks when a task of this text is written. */
function failingOn(tx: Tx, text: string): Tx {
  const tasks: Tx['tasks'] = {
    ...tx.tasks,
    create(task) {
      if (task.text === text) throw new Error('broken off');
      return tx.tasks.create(task);
    },
  };
  return Object.create(tx, { tasks: { value: tasks } }) as Tx;
}
