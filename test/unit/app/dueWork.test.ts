import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { wipe } from '../../../adapters/postgres/wipe.ts';
import { doDueWork } from '../../../src/app/dueWork.ts';
import type { TaskId } from '../../../src/domain/ids.ts';
import type { DueWork } from '../../../src/domain/time/due.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Tx } from '../../../src/ports/store.ts';
import { makePerson, makeScene, makeTask } from '../../contract/store/scene.ts';
import { freshDatabase } from '../../support/database.ts';

const NOW = new Date('2027-01-22T08:00:00Z');
const database = await freshDatabase();
const store = createStore(database.pool);

beforeEach(() => wipe(database.pool));
afterAll(() => database.close());

/** A process in which one person has tasks. */
async function makeTasks(tx: Tx, tasks: number) {
  const scene = await makeScene(tx);
  const ids: TaskId[] = [];
  for (let number = 1; number <= tasks; number += 1) {
    ids.push((await makeTask(tx, scene, number, { assigneeId: scene.person.id })).id);
  }
  return { process: scene.process, ids };
}

function createLog() {
  const faults: unknown[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: (_event, _error, fields) => faults.push(fields) };
  return { log, faults };
}

async function waiting(): Promise<number> {
  const { rows } = await database.pool.query("select 1 from mitwirk.outbox where state = 'waiting'");
  return rows.length;
}

test('what falls due together in several processes is told once to each, in whatever order it was registered', async () => {
  await store.transaction(async (tx) => {
    const [one, other] = [await makeTasks(tx, 3), await makeTasks(tx, 3)];
    for (const [index, id] of one.ids.entries()) {
      const [here, there] = [id, other.ids[index] ?? id];
      await tx.due.register([{ kind: 'task.due', processId: one.process.id, objectId: here, at: NOW }]);
      await tx.due.register([{ kind: 'task.due', processId: other.process.id, objectId: there, at: NOW }]);
    }
  });
  const { log, faults } = createLog();

  await doDueWork(store, NOW, log);

  expect(await waiting()).toBe(2);
  expect(faults).toEqual([]);
});

test('a faulty item waits alone; everything else that is due is done', async () => {
  const { process, ids } = await store.transaction((tx) => makeTasks(tx, 25));
  const due = ids.map((objectId) => ({ kind: 'task.due', processId: process.id, objectId, at: NOW }) as const);
  await store.transaction((tx) => tx.due.register(due.slice(0, 14)));
  await database.pool.query(
    `insert into mitwirk.due (kind, process_id, object_id, at, next_at) values ('nonsense.due', $1, 1, $2, $2)`,
    [process.id, NOW],
  );
  await store.transaction((tx) => tx.due.register(due.slice(14)));
  const { log, faults } = createLog();

  await doDueWork(store, NOW, log);

  expect(faults).toEqual([expect.objectContaining({ kind: 'nonsense.due', object: 1 })]);
  const next = await store.transaction((tx) => tx.due.next());
  expect(next).toEqual(new Date(NOW.getTime() + 5 * 60_000));
  expect(await waiting()).toBe(1);
});

test('thousands of reminders are one message for each person, whatever else is due between them', async () => {
  const people = 3;
  await store.transaction(async (tx) => {
    const scene = await makeScene(tx);
    const members = [scene.person, await makePerson(tx), await makePerson(tx)];
    const due: DueWork[] = [];
    for (let number = 1; number <= 900; number += 1) {
      const { id } = await makeTask(tx, scene, number, { assigneeId: members[number % people]?.id ?? null });
      due.push({ kind: number % 2 ? 'task.due' : 'task.week', processId: scene.process.id, objectId: id, at: NOW });
      if (number % 100 === 0) due.push({ kind: 'vote.close', processId: scene.process.id, objectId: number, at: NOW });
    }
    due.splice(450, 0, { kind: 'digest', processId: scene.process.id, objectId: scene.process.id, at: NOW });
    await tx.due.register(due);
  });
  const { log, faults } = createLog();

  await doDueWork(store, NOW, log);

  expect(await waiting()).toBe(people);
  expect(faults).toEqual([]);
});

test('where nearly everything fails, the rest is tried soon again instead of holding the process on and on', async () => {
  const { process } = await store.transaction((tx) => makeTasks(tx, 1));
  await database.pool.query(
    `insert into mitwirk.due (kind, process_id, object_id, at, next_at)
      select 'nonsense.due', $1, n, $2, $2 from generate_series(1, 300) as n`,
    [process.id, NOW],
  );
  const { log, faults } = createLog();

  const again: (number | null)[] = [];
  for (let times = 0; times < 5; times += 1) again.push(await doDueWork(store, NOW, log));

  expect(again[0]).toBe(2_000);
  expect(again.at(-1)).toBeNull();
  expect(faults).toHaveLength(300);
});
