/** The contract of spaces. */
import { expect, test } from '@jest/globals';
import type { RoomInSpace } from '../../../src/domain/process/space.ts';
import { makeProcess, makeRoom, storeSuite, unique } from './scene.ts';

storeSuite('spaces', (transact) => {
  const room = (externalId: string, change: Partial<RoomInSpace> = {}): RoomInSpace => ({
    externalId,
    name: externalId,
    address: null,
    inside: true,
    ...change,
  });

  /** A platform of its own, so that what it shows is all there is on it. */
  function scene() {
    const [platform, stadt, kreis] = [unique('platform'), unique('stadt'), unique('kreis')];
    const see = (...spaces: readonly (readonly [externalId: string, rooms: readonly RoomInSpace[]])[]) =>
      transact((tx) =>
        tx.spaces.see(
          platform,
          spaces.map(([externalId, rooms]) => ({ externalId, name: externalId, rooms })),
        ),
      );
    const around = (externalId: string) => transact((tx) => tx.spaces.around(platform, externalId));
    return { platform, stadt, kreis, see, around };
  }

  test('a room is found in every space that shows it, on its platform alone', async () => {
    const { platform, stadt, kreis, see, around } = scene();

    await see([stadt, [room('a'), room('b')]], [kreis, [room('b')]]);

    expect(await around('a')).toEqual([
      { id: expect.any(Number), platform, externalId: stadt, name: stadt, processId: null, inSight: true },
    ]);
    expect((await around('b')).map(({ externalId }) => externalId)).toEqual([kreis, stadt]);
    expect(await around('c')).toEqual([]);
    expect(await transact((tx) => tx.spaces.around('elsewhere', 'a'))).toEqual([]);
  });

  test('what is shown again is taken over: names, rooms, and their order', async () => {
    const { platform, stadt, see, around } = scene();
    await see([stadt, [room('a'), room('b')]]);
    const [before] = await around('a');

    const [b, c] = [room('b', { name: null, address: 'https://x', inside: false }), room('c')];
    await transact((tx) => tx.spaces.see(platform, [{ externalId: stadt, name: 'Die Stadt', rooms: [c, b] }]));

    expect(await around('a')).toEqual([]);
    expect(await around('b')).toEqual([{ ...before, name: 'Die Stadt' }]);
    const rooms = await transact((tx) => tx.spaces.rooms(before?.id as never));
    expect(rooms).toEqual([c, b].map((shown) => ({ ...shown, processId: null, group: null })));
  });

  test('what is no longer shown is out of sight, belongs to its process all the same, and comes back', async () => {
    const { platform, stadt, kreis, see, around } = scene();
    const process = await transact((tx) => makeProcess(tx));
    await see([stadt, [room('a')]], [kreis, [room('a')]]);
    const space = (await around('a')).find(({ externalId }) => externalId === stadt);
    await transact((tx) => tx.spaces.bind(space?.id as never, process.id));

    await see([kreis, [room('a')]]);

    expect((await around('a')).map(({ externalId }) => externalId)).toEqual([kreis]);
    const own = () => transact((tx) => tx.spaces.ofProcess(platform, process.id));
    expect(await own()).toEqual([{ ...space, processId: process.id, inSight: false }]);

    await see([stadt, [room('a')]]);
    expect(await own()).toEqual([{ ...space, processId: process.id, inSight: true }]);
  });

  test('what belongs to no process and is no longer shown is forgotten', async () => {
    const { stadt, see, around } = scene();
    await see([stadt, [room('a')]]);
    const [before] = await around('a');

    await see();
    await see([stadt, [room('a')]]);

    const [again] = await around('a');
    expect(again).toEqual({ ...before, id: again?.id });
    expect(again?.id).not.toBe(before?.id);
  });

  test('a space belongs to one process: whoever comes first has it, until it is let go', async () => {
    const { stadt, see, around } = scene();
    const [first, second] = await transact(async (tx) => [await makeProcess(tx), await makeProcess(tx)] as const);
    await see([stadt, [room('a')]]);
    const id = (await around('a'))[0]?.id as never;

    const bound = await Promise.all([first, second].map((one) => transact((tx) => tx.spaces.bind(id, one.id))));

    expect([first.id, second.id]).toContain(bound[0]);
    expect(bound[1]).toBe(bound[0]);
    expect((await around('a'))[0]?.processId).toBe(bound[0]);
    await transact((tx) => tx.spaces.unbind(id));
    expect(await transact((tx) => tx.spaces.bind(id, second.id))).toBe(second.id);
    await transact((tx) => tx.spaces.release(first.id));
    expect((await around('a'))[0]?.processId).toBe(second.id);
    await transact((tx) => tx.spaces.release(second.id));
    expect((await around('a'))[0]?.processId).toBeNull();
  });

  test('a process knows the spaces its rooms lie in, and a space the groups in its rooms', async () => {
    const { platform, stadt, kreis, see } = scene();
    const { process, placed, group } = await transact(async (tx) => {
      const process = await makeProcess(tx);
      const placed = await tx.rooms.ensure({ platform, externalId: unique('raum'), kind: 'channel', name: 'x' });
      await tx.rooms.bind(placed.id, process.id);
      const former = { processId: process.id, kind: 'working', field: null, roomId: placed.id } as const;
      const gone = await tx.groups.create({ ...former, name: 'Früher' });
      await tx.groups.update(gone.id, { archivedAt: new Date() });
      return { process, placed, group: await tx.groups.create({ ...former, name: 'AG Bildung' }) };
    });
    const elsewhere = await transact((tx) => makeRoom(tx));
    await see([stadt, [room(placed.externalId), room(elsewhere.externalId)]], [kreis, [room('a')]]);

    const [found, ...more] = await transact((tx) => tx.spaces.ofProcess(platform, process.id));

    expect([found?.externalId, more]).toEqual([stadt, []]);
    expect(await transact((tx) => tx.spaces.rooms(found?.id as never))).toEqual([
      { ...room(placed.externalId), processId: process.id, group: group.name },
      { ...room(elsewhere.externalId), processId: null, group: null },
    ]);
  });

  test('a space that was replaced hands on what it belongs to, also where the new one is known already', async () => {
    const { platform, stadt, kreis, see, around } = scene();
    const process = await transact((tx) => makeProcess(tx));
    await see([stadt, [room('a')]], [kreis, [room('b')]]);
    await transact(async (tx) => tx.spaces.bind((await tx.spaces.around(platform, 'a'))[0]?.id as never, process.id));

    await transact((tx) => tx.spaces.move(platform, stadt, kreis));
    await see([stadt, [room('a')]], [kreis, [room('b')]]);

    expect((await around('a'))[0]).toMatchObject({ externalId: stadt, processId: null });
    expect((await around('b'))[0]).toMatchObject({ externalId: kreis, processId: process.id });
  });

  test('two replicas that tell of the same spaces at once are both heard', async () => {
    const { stadt, kreis, see, around } = scene();
    const all = [stadt, kreis].map((externalId) => [externalId, [room('a'), room('b')]] as const);

    await Promise.all(Array.from({ length: 4 }, () => see(...all)));

    expect(await around('b')).toHaveLength(2);
  });
});
