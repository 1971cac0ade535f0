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

  test('a room is lost once and found once', async () => {
    const externalId = unique('raum');
    const { id } = await ensure(externalId, 'x');
    const set = (at: Date | null) => transact((tx) => tx.rooms.setLost(id, at));

    expect([await set(null), await set(new Date()), await set(new Date()), await set(null), await set(null)]).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(await transact((tx) => tx.rooms.byExternalId('elsewhere', externalId))).toBeNull();
  });

  test('rooms ensured at the same time give one room', async () => {
    const externalId = unique('raum');

    const rooms = await Promise.all(Array.from({ length: 6 }, () => ensure(externalId, 'x')));

    expect(new Set(rooms.map((room) => room.id)).size).toBe(1);
  });

  test('a room that was replaced goes on under its new id, also where that is known already', async () => {
    const [old, replacement, unheard] = [unique('raum'), unique('raum'), unique('raum')];
    const process = await transact((tx) => makeProcess(tx));
    const { id } = await ensure(old, 'steuerung');
    const other = await ensure(replacement, 'neu');
    await transact((tx) => tx.rooms.bind(id, process.id));

    await transact((tx) => tx.rooms.move('local', old, replacement));

    const found = (externalId: string) => transact((tx) => tx.rooms.byExternalId('local', externalId));
    expect(await found(replacement)).toMatchObject({ id, processId: process.id });
    expect(await found(old)).toMatchObject({ id: other.id });

    await transact((tx) => tx.rooms.move('local', replacement, unheard));
    expect(await found(unheard)).toMatchObject({ id });
    expect(await found(replacement)).toBeNull();
  });
});
