/** What every transaction of the store promises. */
import { expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { makeProcess, makeRoom, storeSuite, unique } from './scene.ts';

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

  test('a store that can be reached answers a ping, and one whose pool has ended throws', async () => {
    const store = createStore(suite.database.pool);
    await store.ping();

    await suite.database.close();

    await expect(store.ping()).rejects.toThrow();
    await suite.reopen();
  });
});
