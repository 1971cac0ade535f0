/** The contract of due work: registered once, claimed once, in its turn. */
import { expect, test } from '@jest/globals';
import type { ProcessId } from '../../../src/domain/ids.ts';
import type { DueItem, DueKind, DueWork } from '../../../src/domain/time/due.ts';
import { later, makeProcess, storeSuite } from './scene.ts';

storeSuite('due work', (transact) => {
  let objects = 1000;

  async function makeWork(count: number, kind: DueKind = 'task.due', minutes = 0): Promise<DueWork[]> {
    const { id: processId } = await transact((tx) => makeProcess(tx));
    return Array.from({ length: count }, (_, index) => {
      objects += 1;
      return { kind, processId, objectId: objects, at: later(minutes + index) };
    });
  }

  const register = (...work: DueWork[]) => transact((tx) => tx.due.register(work));
  /** Of all processes, each in a transaction of its own. */
  async function claim(minutes: number): Promise<readonly DueItem[]> {
    const items: DueItem[] = [];
    for (const id of await transact((tx) => tx.due.processes(later(minutes))))
      items.push(...(await claimOf(id, minutes)));
    return items;
  }
  const claimOf = (process: ProcessId, minutes: number) =>
    transact(async (tx) => {
      await tx.processes.lock(process);
      return tx.due.claim(process, later(minutes));
    });
  const objectsOf = (items: readonly DueWork[]) => items.map(({ objectId }) => objectId);

  test('work is claimed when its time has come, earliest first, and once', async () => {
    const work = await makeWork(4);
    await register(...work.toReversed());

    expect(await claim(-1)).toEqual([]);
    expect(await claim(1)).toMatchObject(work.slice(0, 2).map((item) => ({ ...item, failures: 0 })));
    expect(await claim(2)).toMatchObject(work.slice(2, 3));
    expect(await claim(2)).toEqual([]);
    expect(await claim(3)).toMatchObject(work.slice(3));
  });

  test('of one process its own work is claimed and no other; the one that has waited longest is named first', async () => {
    const [late, early] = [await makeWork(1, 'task.due', 7), await makeWork(2, 'task.due', 5)];
    const processOf = ([first]: readonly DueWork[]) => first?.processId as ProcessId;
    await register(...late, ...early);

    expect(await transact((tx) => tx.due.processes(later(4)))).toEqual([]);
    expect(await transact((tx) => tx.due.processes(later(9)))).toEqual([processOf(early), processOf(late)]);
    expect(await claimOf(processOf(late), 9)).toMatchObject(late);
    expect(await transact((tx) => tx.due.processes(later(9)))).toEqual([processOf(early)]);
    expect(await claimOf(processOf(early), 9)).toMatchObject(early);
  });

  test('registering twice changes nothing, not even when the work is done', async () => {
    const [work] = await makeWork(1);
    if (!work) throw new Error('no work');

    await register(work, work);
    await register(work);
    expect(await claim(5)).toHaveLength(1);
    await register(work);

    expect(await claim(5)).toEqual([]);
  });

  test('what was done before its time is to be done at its time, and what was done in time stays done', async () => {
    const [past, present, future] = await makeWork(3);
    const [elsewhere] = await makeWork(1, 'task.due', 2);
    if (!past || !present || !future || !elsewhere) throw new Error('no work');
    await register(past, present, future, elsewhere);
    expect(await claim(600)).toHaveLength(4);

    await transact((tx) => tx.due.redo(past.processId, later(1)));

    expect(await claim(1)).toEqual([]);
    expect(await claim(600)).toMatchObject([future]);
  });

  test('the same kind for the same object at another time is other work', async () => {
    const [work] = await makeWork(1);
    if (!work) throw new Error('no work');

    await register(work, { ...work, at: later(1) }, { ...work, kind: 'task.overdue' });

    expect(await claim(5)).toHaveLength(3);
  });

  test('what a transaction that fails had claimed or registered is as before', async () => {
    const [kept, lost] = await makeWork(2);
    if (!kept || !lost) throw new Error('no work');
    await register(kept);

    const failing = transact(async (tx) => {
      await tx.due.register([lost]);
      await tx.due.claim(kept.processId, later(5));
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await claim(5)).toMatchObject([kept]);
  });

  test('work is taken back by the beginning of its kind, and can be registered anew', async () => {
    const { id: processId } = await transact((tx) => makeProcess(tx));
    const work = (kind: DueKind, objectId: number): DueWork => ({ kind, processId, objectId, at: later(0) });
    await register(work('task.due', 1), work('task.week', 1), work('task.due', 2), work('vote.close', 1));

    await transact((tx) => tx.due.cancel('task.', [1, 3]));
    await transact((tx) => tx.due.cancel('vote.close', [1]));
    await transact((tx) => tx.due.cancel('task.', []));
    await register(work('task.due', 1));

    const claimed = await claim(5);
    expect(claimed.map(({ kind, objectId }) => `${kind} ${objectId}`).toSorted()).toEqual(['task.due 1', 'task.due 2']);
  });

  test('what is done stays done when it is taken back', async () => {
    const [work] = await makeWork(1);
    if (!work) throw new Error('no work');
    await register(work);
    await claim(5);

    await transact((tx) => tx.due.cancel('task.', [work.objectId]));
    await register(work);

    expect(await claim(5)).toEqual([]);
  });

  test('what failed waits for its new time, keeps its own, and lets the others pass', async () => {
    const work = await makeWork(3);
    await register(...work);
    const [failed, given] = await transact(async (tx) => {
      const [first, second] = await tx.due.claim(work[0]?.processId as ProcessId, later(5));
      if (!first || !second) throw new Error('nothing was claimed');
      await tx.due.postpone([{ id: first.id, until: later(30) }]);
      await tx.due.giveBack([second.id]);
      await tx.due.postpone([]);
      await tx.due.giveBack([]);
      return [first, second];
    });

    expect(await claim(29)).toEqual([given]);
    expect(await transact((tx) => tx.due.next())).toEqual(later(30));
    expect(await claim(30)).toEqual([{ ...failed, failures: 1 }]);
    expect(await claim(90)).toEqual([]);
  });

  test('the next instant is that of the earliest work that is not done', async () => {
    expect(await transact((tx) => tx.due.next())).toBeNull();
    const work = await makeWork(2, 'vote.close', -7);
    await register(...work);

    expect(await transact((tx) => tx.due.next())).toEqual(later(-7));
    await claim(-7);
    expect(await transact((tx) => tx.due.next())).toEqual(later(-6));
    await claim(-6);
  });

  test('what is to come for an object is told, earliest first', async () => {
    const { id: processId } = await transact((tx) => makeProcess(tx));
    const at = (minutes: number): DueWork => ({ kind: 'task.overdue', processId, objectId: 77, at: later(minutes) });
    await register(at(3), at(1), at(2), { ...at(1), kind: 'task.due' }, { ...at(1), objectId: 78 });
    await claim(1);

    const pending = await transact((tx) => tx.due.pending('task.overdue', 77));

    expect(pending).toMatchObject([at(2), at(3)]);
    await claim(9);
  });

  test('those who claim at the same time never get the same work', async () => {
    const work = await makeWork(60, 'round.close', -60);
    await register(...work);

    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(0)));

    expect(claims.filter((items) => items.length > 0)).toHaveLength(1);
    expect(objectsOf(claims.flat())).toEqual(objectsOf(work));
  });

  test('ten thousand items are registered and claimed at once', async () => {
    const work = await makeWork(10_000, 'task.week', -20_000);
    await register(...work);

    const claimed = await claim(0);

    expect(objectsOf(claimed)).toEqual(objectsOf(work));
  });

  test('work of a process that does not exist is refused', async () => {
    await expect(
      register({ kind: 'digest', processId: 999_999 as ProcessId, objectId: 1, at: later(0) }),
    ).rejects.toThrow();
  });
});
