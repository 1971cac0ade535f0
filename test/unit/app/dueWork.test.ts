import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { wipe } from '../../../adapters/postgres/wipe.ts';
import { doDueWork } from '../../../src/app/dueWork.ts';
import type { TaskId } from '../../../src/domain/ids.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Tx } from '../../../src/ports/store.ts';
import { makeScene, makeTask } from '../../contract/store/scene.ts';
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

  expect(faults).toEqual([{ kind: 'nonsense.due', object: 1 }]);
  const next = await store.transaction((tx) => tx.due.next());
  expect(next).toEqual(new Date(NOW.getTime() + 5 * 60_000));
  expect(await waiting()).toBeGreaterThan(0);
});
