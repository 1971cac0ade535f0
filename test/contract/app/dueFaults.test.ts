/** Faults while doing what is due: those that pass are waited out, a faulty item is set apart, a busy process gets its turn. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { doDueWork } from '../../../src/app/dueWork.ts';
import { createApp } from '../../../src/app.ts';
import type { ProcessId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/person/person.ts';
import type { Process } from '../../../src/domain/process/process.ts';
import type { Task } from '../../../src/domain/task/task.ts';
import { createStandingClock } from '../../../src/main/clock.ts';
import { type Store, StoreUnavailable, type Tx } from '../../../src/ports/store.ts';
import { at, createTestApp, type TestApp, withParts } from '../../support/apps.ts';
import { eachStore } from '../../support/database.ts';
import { createFakeChat } from '../../support/fakeChat.ts';
import { makePerson, makeScene, makeTask } from '../store/scene.ts';

const TASKS = 6;
const MOMENT = '2027-01-12T08:00';

interface Town {
  readonly process: Process;
  readonly tasks: readonly Task[];
  /** Accounts of whoever has all the tasks, and of the coordination. */
  readonly member: string;
  readonly coordinator: string;
}

eachStore('faults of due work', (suite) => {
  let store: Store;
  let app: TestApp;
  let chat: ReturnType<typeof createFakeChat>;
  let towns: readonly Town[];

  const appOver = (over: Store) => createTestApp(over, chat.chat, app.clock);

  beforeEach(async () => {
    store = createStore(suite.database.pool);
    chat = createFakeChat();
    app = createTestApp(store, chat.chat, createStandingClock(at(MOMENT)));
    towns = await store.transaction(async (tx) => {
      // What the test before has left behind is nobody's concern any more.
      for (const { id } of await tx.processes.active()) await tx.processes.update(id, { archivedAt: app.clock.now() });
      return [await makeTown(tx), await makeTown(tx)];
    });
  });

  async function makeTown(tx: Tx): Promise<Town> {
    const { process, group, person } = await makeScene(tx);
    const coordinator = await makePerson(tx);
    await tx.processes.addCoordinator(process.id, coordinator.id);
    const tasks: Task[] = [];
    for (let number = 1; number <= TASKS; number += 1) {
      tasks.push(await makeTask(tx, { process, group, person }, number, { assigneeId: person.id }));
    }
    const processId = process.id;
    await tx.due.register(tasks.map(({ id }) => ({ kind: 'task.week', processId, objectId: id, at: at(MOMENT) })));
    const accountOf = async (one: Person) => (await tx.people.identities(one.id))[0]?.externalId ?? '';
    return { process, tasks, member: await accountOf(person), coordinator: await accountOf(coordinator) };
  }

  const reminders = (town: number) =>
    chat.given
      .filter(({ to, text }) => to === towns[town]?.member && text.includes('Erinnerung'))
      .map(({ text }) => text);
  const told = () => chat.given.filter(({ text }) => text.includes('Etwas konnte nicht erledigt werden'));
  const whole = /Erinnerung an 6 Aufgaben/;

  /** Moves to the instant at which something is to be done next. */
  async function goOn(by: TestApp): Promise<number> {
    const [before, next] = [app.clock.now(), await by.nextWork()];
    app.clock.moveTo(next ?? before);
    await by.catchUp();
    await by.settle();
    return (app.clock.now().getTime() - before.getTime()) / 60_000;
  }

  test('four faults of the store on the way, and still everybody gets one message', async () => {
    let failing = 4;
    const shaky = appOver({
      ...store,
      transaction: (work) =>
        failing-- > 0
          ? Promise.reject(new StoreUnavailable(new Error('connection terminated unexpectedly')))
          : store.transaction(work),
    });

    await shaky.catchUp();

    for (const town of [0, 1]) expect(reminders(town)).toEqual([expect.stringMatching(whole)]);
    expect(shaky.errors).toEqual([]);
  });

  test('a server that shuts down in the middle of the work is no fault of what was being done', async () => {
    let failing = 2;
    const shaky = appOver(
      withParts(store, (tx) => ({
        tasks: {
          ...tx.tasks,
          byIds: (ids) =>
            failing-- > 0
              ? Promise.reject(Object.assign(new Error('terminating connection'), { code: '57P01' }))
              : tx.tasks.byIds(ids),
        },
      })),
    );

    await shaky.catchUp();

    for (const town of [0, 1]) expect(reminders(town)).toEqual([expect.stringMatching(whole)]);
    expect(shaky.errors).toEqual([]);
  });

  describe('an item at which its work fails', () => {
    let poisoned: number | undefined;
    let broken: TestApp;
    let mended: boolean;

    beforeEach(async () => {
      poisoned = towns[0]?.tasks[4]?.id;
      mended = false;
      broken = appOver(
        withParts(store, (tx) => ({
          tasks: {
            ...tx.tasks,
            async byIds(ids) {
              if (!mended && ids.some((id) => id === poisoned)) throw new TypeError('a mistake in the code');
              return tx.tasks.byIds(ids);
            },
          },
        })),
      );
      await broken.catchUp();
    });

    test('is set apart alone: all others are told of in one message, also in the other town', () => {
      expect(reminders(0)).toEqual([expect.stringMatching(/Erinnerung an 5 Aufgaben/)]);
      expect(reminders(1)).toEqual([expect.stringMatching(whole)]);
      expect(broken.errors).toEqual([
        {
          event: 'due work failed',
          error: expect.any(TypeError),
          fields: {
            process: expect.any(Number),
            kind: 'task.week',
            object: poisoned,
            failures: 1,
            reference: expect.stringMatching(/^[0-9A-F]{6}$/),
          },
        },
      ]);
    });

    test('waits longer each time; the coordination of its town is told once, and where to look', async () => {
      const waits: number[] = [];
      for (let times = 0; times < 6; times += 1) waits.push(await goOn(broken));

      expect(waits).toEqual([5, 10, 20, 40, 60, 60]);
      const { fields } = broken.errors[2] ?? {};
      expect(told().map(({ to, text }) => [to, text])).toEqual([
        [
          towns[0]?.coordinator,
          expect.stringMatching(
            new RegExp(`die Aufgabe A-5 konnte nicht verschickt werden[\\s\\S]*Kennzeichen ${fields?.reference}`),
          ),
        ],
      ]);
    });

    test('is done as soon as it can be', async () => {
      await goOn(broken);
      mended = true;
      await goOn(broken);

      expect(reminders(0).slice(1)).toEqual([expect.stringContaining('A-5')]);
      expect(broken.errors).toHaveLength(2);
      expect(told()).toEqual([]);
    });
  });

  describe('a process that others hold', () => {
    let held: ProcessId | undefined;
    let asked: Date[];

    /** The application over a store in which the first process is held by somebody else; notes when it asks to be woken. */
    function wakingApp(holds: () => boolean) {
      const watched = withParts(store, (tx: Tx) => ({
        processes: {
          ...tx.processes,
          tryLock: async (id, patienceMs) => (id === held && holds() ? null : tx.processes.tryLock(id, patienceMs)),
        },
      }));
      const scheduler = {
        start: async () => {},
        away: false,
        close: async () => {},
        async wakeAt(when: Date) {
          asked.push(when);
        },
      };
      const log = { info() {}, warn() {}, error() {} };
      const settings = { locale: 'de', zone: 'Europe/Berlin' as never, coordinators: [] };
      return createApp({ store: watched, clock: app.clock, scheduler, log }, [chat.chat], settings);
    }

    beforeEach(async () => {
      asked = [];
      held = towns[0]?.process.id;
    });

    test('is passed over: what is due elsewhere is done, and it is looked at again soon, not at once', async () => {
      const waking = wakingApp(() => true);

      await waking.catchUp();
      await waking.catchUp();

      expect(reminders(0)).toEqual([]);
      expect(reminders(1)).toEqual([expect.stringMatching(whole)]);
      expect(asked).toEqual([new Date(at(MOMENT).getTime() + 2_000)]);
    });

    test('is waited for when all others are done', async () => {
      let looks = 0;
      const waking = wakingApp(() => ++looks === 1);

      await waking.catchUp();

      expect(looks).toBe(2);
      for (const town of [0, 1]) expect(reminders(town)).toEqual([expect.stringMatching(whole)]);
    });

    test('by one command after the other gets its turn all the same', async () => {
      let done = false;
      const lane = async () => {
        while (!done) {
          await store.transaction(async (tx) => {
            await tx.processes.lock(held as ProcessId);
            await new Promise((resolve) => setTimeout(resolve, 5));
          });
        }
      };
      const lanes = [lane(), lane(), lane()];

      for (let times = 0; times < 20 && reminders(0).length === 0; times += 1) await app.catchUp();
      done = true;
      await Promise.all(lanes);

      expect(reminders(0)).toEqual([expect.stringMatching(whole)]);
      expect(app.errors).toEqual([]);
    });
  });

  test('a fault that does not pass stops the work instead of spinning', async () => {
    const down = { ...store, transaction: () => Promise.reject(new StoreUnavailable(new Error('no connection'))) };

    await expect(doDueWork(down, app.clock.now(), { info() {}, warn() {}, error() {} })).rejects.toBeInstanceOf(
      StoreUnavailable,
    );
  });
});
