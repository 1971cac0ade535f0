/** The contract of rooms. */
import { expect, test } from '@jest/globals';
import type { RoomId } from '../../../src/domain/ids.ts';
import { makeProcess, storeSuite, unique } from './scene.ts';

storeSuite('rooms', (transact) => {
  const ensure = (externalId: string, name: string, platform = 'local') =>
    transact((tx) => tx.rooms.ensure({ platform, externalId, kind: 'channel', name }));

  test('a room is made once and found again', async () => {
    const externalId = unique('raum');

    const made = await ensure(externalId, 'steuerung');

    expect(made).toMatchObject({ platform: 'local', externalId, kind: 'channel', name: 'steuerung', processId: null });
    expect(await ensure(externalId, 'steuerung')).toEqual(made);
    expect(await transact((tx) => tx.rooms.byId(made.id))).toEqual(made);
    expect(await transact((tx) => tx.rooms.byId(999_999 as RoomId))).toBeNull();
  });

  test('the same id on another platform is another room', async () => {
    const externalId = unique('raum');

    const [here, there] = [await ensure(externalId, 'steuerung'), await ensure(externalId, 'steuerung', 'elsewhere')];

    expect(here.id).not.toBe(there.id);
  });

  test('a new name is taken over and the process kept', async () => {
    const externalId = unique('raum');
    const process = await transact((tx) => makeProcess(tx));
    const { id } = await ensure(externalId, 'alt');
    await transact((tx) => tx.rooms.bind(id, process.id));

    const renamed = await ensure(externalId, 'neu');

    expect(renamed).toMatchObject({ id, name: 'neu', processId: process.id });
  });

  test('a room can be let go', async () => {
    const process = await transact((tx) => makeProcess(tx));
    const { id } = await ensure(unique('raum'), 'x');

    await transact((tx) => tx.rooms.bind(id, process.id));
    await transact((tx) => tx.rooms.bind(id, null));

    expect((await transact((tx) => tx.rooms.byId(id)))?.processId).toBeNull();
  });

  test('rooms ensured at the same time give one room', async () => {
    const externalId = unique('raum');

    const rooms = await Promise.all(Array.from({ length: 6 }, () => ensure(externalId, 'x')));

    expect(new Set(rooms.map((room) => room.id)).size).toBe(1);
  });
});
