/** What every transaction of the store promises. */
import { expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import type { ProcessId } from '../../../src/domain/ids.ts';
import { StoreUnavailable, StoreUnwritable, type Tx } from '../../../src/ports/store.ts';
import { makePerson, makeProcess, makeRoom, start, storeSuite, unique } from './scene.ts';

const noWork = { kind: 'task.due', objectId: 1, at: start } as const;

storeSuite('transactions', (transact, suite) => {
  test('what a transaction wrote is there after it and after a restart', async () => {
    const process = await transact((tx) => makeProcess(tx));

    await suite.reopen();

    const found = await createStore(suite.database.pool).transaction((tx) => tx.processes.byId(process.id));
    expect(found).toEqual(process);
  });
});

storeSuite('failing transactions', (transact, suite) => {
  test('nothing remains of a transaction that rejects, and the error comes through', async () => {
    const externalId = unique('raum');

    const failing = transact(async (tx) => {
      await tx.people.ensure({ platform: 'local', externalId, origin: 'local', handle: externalId }, 'Mitglied');
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await transact((tx) => tx.people.byIdentity('local', externalId))).toBeNull();
  });

  test('a part that fails is undone, and the rest is kept', async () => {
    const [first, second, third] = [unique('raum'), unique('raum'), unique('raum')];
    const mistake = new Error('a mistake');
    const add = (tx: Tx, name: string) =>
      tx.people.ensure({ platform: 'local', externalId: name, origin: 'local', handle: name }, name);

    const faults = await transact(async (tx) => [
      await tx.attempt(async () => {
        await add(tx, first);
      }),
      await tx.attempt(async () => {
        await add(tx, second);
        const inner = await tx.attempt(() => tx.due.register([{ ...noWork, processId: 999_999 as ProcessId }]));
        expect(inner).toMatchObject({ error: { code: '23503' } });
        await add(tx, third);
        throw mistake;
      }),
    ]);

    expect(faults).toEqual([null, { error: mistake }]);
    const known = await transact(async (tx) => {
      const found: boolean[] = [];
      for (const name of [first, second, third]) found.push((await tx.people.byIdentity('local', name)) !== null);
      return found;
    });
    expect(known).toEqual([true, false, false]);
  });

  test('a fault that passes ends the whole transaction, also in a part of it', async () => {
    const name = unique('raum');

    const failing = transact(async (tx) => {
      await tx.people.ensure({ platform: 'local', externalId: name, origin: 'local', handle: name }, name);
      await tx.attempt(() => Promise.reject(Object.assign(new Error('shutting down'), { code: '57P01' })));
    });

    await expect(failing).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await transact((tx) => tx.people.byIdentity('local', name))).toBeNull();
  });

  test('transactions that block each other are tried again until both are done', async () => {
    const [a, b] = await transact(async (tx) => [await makeRoom(tx), await makeRoom(tx)]);
    const process = await transact((tx) => makeProcess(tx));
    const bindBoth = (first: typeof a, second: typeof a) =>
      transact(async (tx) => {
        await tx.rooms.bind(first.id, process.id);
        await new Promise((done) => setTimeout(done, 100));
        await tx.rooms.bind(second.id, process.id);
      });

    await Promise.all([bindBoth(a, b), bindBoth(b, a)]);

    const rooms = await transact(async (tx) => [await tx.rooms.byId(a.id), await tx.rooms.byId(b.id)]);
    expect(rooms.map((room) => room?.processId)).toEqual([process.id, process.id]);
  });

  test('what only looks can read and writes nothing, even by mistake', async () => {
    const store = createStore(suite.database.pool);
    const person = await store.transaction((tx) => makePerson(tx));

    expect(await store.look((tx) => tx.people.byId(person.id))).toMatchObject({ id: person.id });
    await expect(store.look((tx) => makePerson(tx))).rejects.toBeInstanceOf(StoreUnwritable);
  });
});
