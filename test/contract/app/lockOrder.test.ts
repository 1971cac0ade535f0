/**
 * Whoever changes something of a process holds the process first: so two who want the same rows never wait for each other,
 * and what a command finds stays so until it is done. The embedded store does one transaction at a time and would forgive
 * anything, so the order of the calls is looked at.
 */
import { beforeAll, expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { RoomLost } from '../../../src/ports/chat.ts';
import type { Store, Tx } from '../../../src/ports/store.ts';
import { at, createTestApp, setUpProcess, type TestApp } from '../../support/apps.ts';
import { eachStore } from '../../support/database.ts';
import { createFakeChat } from '../../support/fakeChat.ts';

/** Calls that lock or change rows which belong to a process. */
const OWNED: { readonly [Part in keyof Tx]?: readonly (keyof Tx[Part])[] } = {
  audit: ['append'],
  due: ['register', 'cancel', 'claim', 'postpone', 'giveBack'],
  groups: ['create', 'update', 'setMember', 'removeMember'],
  links: ['join', 'undo'],
  outbox: ['enqueue', 'edit', 'resume'],
  people: ['erase'],
  processes: ['update', 'setLastDigest', 'nextNumber'],
  results: ['create', 'update', 'edit', 'link'],
  rooms: ['bind', 'release', 'setLost', 'move'],
  rounds: ['create', 'lock', 'update', 'contribute'],
  spaces: ['bind', 'unbind', 'release'],
  tasks: ['create', 'change', 'undo', 'comment'],
  votes: ['create', 'update', 'updateSeat', 'cast'],
};
const owned = new Set(Object.entries(OWNED).flatMap(([part, calls]) => calls.map((call) => `${part}.${String(call)}`)));
/** A process that is being made is nobody else's yet. */
const LOCKS = new Set(['processes.lock', 'processes.tryLock', 'processes.lockAll', 'processes.create']);

eachStore('the order of locks', (suite) => {
  let app: TestApp;
  const early: string[] = [];
  const seen = new Set<string>();
  const failures = new Map<string, Error>();
  const chat = createFakeChat((to) => {
    const failure = failures.get(to);
    if (failure) throw failure;
  });

  /** The store, noting each call that comes before its process is held. */
  function watched(store: Store): Store {
    return {
      ...store,
      transaction: (work) =>
        store.transaction((tx) => {
          let held = false;
          const note = (call: string) => {
            seen.add(call);
            if (LOCKS.has(call)) held = true;
            else if (owned.has(call) && !held) early.push(call);
          };
          return work(watchedTx(tx, note));
        }),
    };
  }

  function watchedTx(tx: Tx, note: (call: string) => void): Tx {
    const parts = Object.entries(tx).map(([part, methods]) => [
      part,
      typeof methods === 'function'
        ? methods
        : new Proxy(methods as object, {
            get(target, method, receiver) {
              const value: unknown = Reflect.get(target, method, receiver);
              if (typeof value === 'function') note(`${part}.${String(method)}`);
              return value;
            },
          }),
    ]);
    return Object.fromEntries(parts) as Tx;
  }

  beforeAll(async () => {
    app = createTestApp(watched(createStore(suite.database.pool)), chat.chat);
    await setUpProcess(app, 'l');
  });

  async function says(speaker: string, text: string): Promise<void> {
    const { refused } = await app.says(speaker, text);
    expect({ text, refused }).toEqual({ text, refused: null });
    await app.settle();
  }
  const wakeAt = async (moment: string) => {
    app.clock.moveTo(at(moment));
    await app.catchUp();
  };

  test('commands', async () => {
    await says('leitung-l@ag-l', '/aufgabe neu Räume suchen @mitglied-l bis 22.01.');
    await says('mitglied-l@dm', '/aufgabe annehmen A-1');
    await says('mitglied-l@dm', '/aufgabe kommentar A-1 Drei sind frei');
    await says('mitglied-l@dm', '/aufgabe frist A-1 25.01.');
    await says('mitglied-l@dm', '/aufgabe rückgängig');
    await says('koordination-l@ag-l', '/gruppe umbenennen "AG Schulen"');
    await says('leitung-l@ag-l', '/beitrag öffnen "Was fehlt?" bis 20.01.');
    await says('mitglied-l@ag-l', '/beitrag geben R-1 Busse');
    await says('leitung-l@ag-l', '/ergebnis entwurf Ziel "Alle lernen" In jedem Stadtteil.');
    await says('leitung-l@ag-l', '/ergebnis ändern E-1 In jedem Stadtteil und online.');
    await says('leitung-l@ag-l', '/ergebnis einreichen E-1');
    await says('vorsitz-l@steuerung-l', '/beschluss öffnen E-1 bis 20.01.');
    await says('vorsitz-l@steuerung-l', '/beschluss ja B-1');
    await says('koordination-l@steuerung-l', '/prozess wochenbericht senden');
    expect(early.splice(0)).toEqual([]);
  });

  test('due work', async () => {
    for (const day of ['15', '18', '19', '21', '22', '25']) await wakeAt(`2027-01-${day}T09:00`);
    expect(early.splice(0)).toEqual([]);
  });

  test('rooms that are lost, found and moved, as platforms and delivery tell of them', async () => {
    await app.reach('local', 'ag-l', 'lost');
    await app.reach('local', 'ag-l', 'found');
    await app.moveRoom('local', 'ag-l', 'ag-l-neu');
    await app.settle();
    failures.set('ag-l-neu', new RoomLost('not in the room'));
    await says('leitung-l@ag-l-neu', '/aufgabe neu Schilder malen');
    failures.clear();
    await wakeAt('2027-01-26T10:00');
    expect(early.splice(0)).toEqual([]);
  });

  test('people who leave or are forgotten', async () => {
    await app.depart('local', 'mitglied-l');
    await app.settle();
    await says('verein-l@dm', '/ich löschen bestätigen');
    expect(early.splice(0)).toEqual([]);
  });

  test('the end of a process', async () => {
    await says('koordination-l@steuerung-l', '/prozess archivieren bestätigen');
    expect(early.splice(0)).toEqual([]);
  });

  test('of all those calls nearly all were made', () => {
    const rare = [
      'links.join',
      'links.undo',
      'due.giveBack',
      'due.postpone',
      'results.link',
      'spaces.bind',
      'spaces.unbind',
      'votes.updateSeat',
    ];
    const missing = [...owned].filter((call) => !seen.has(call));
    expect(missing.filter((call) => !rare.includes(call))).toEqual([]);
  });
});
