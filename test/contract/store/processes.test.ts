/** The contract of processes, their coordinators, digests and counters. */
import { expect, test } from '@jest/globals';
import type { ProcessId } from '../../../src/domain/ids.ts';
import { localTime } from '../../../src/domain/time/calendar.ts';
import { later, makeGroup, makePerson, makeProcess, storeSuite } from './scene.ts';

storeSuite('processes', (transact) => {
  test('a process is found as it was created', async () => {
    const process = await transact((tx) => makeProcess(tx));

    expect(await transact((tx) => tx.processes.byId(process.id))).toEqual(process);
    expect(process).toMatchObject({ region: 'BY-KATH', digest: { weekday: 1, time: '08:00' }, archivedAt: null });
    expect(await transact((tx) => tx.processes.byId(999_999 as ProcessId))).toBeNull();
  });

  test('a change touches only what it names', async () => {
    const process = await transact((tx) => makeProcess(tx));
    const digest = { weekday: 5, time: localTime('16:45') } as const;

    await transact((tx) => tx.processes.update(process.id, { digest, region: null }));
    await transact((tx) => tx.processes.update(process.id, { voteProfile: 'konsent', polls: true }));
    await transact((tx) => tx.processes.update(process.id, {}));

    const changed = await transact((tx) => tx.processes.byId(process.id));
    expect(changed).toEqual({ ...process, digest, region: null, voteProfile: 'konsent', polls: true });
  });

  test('an archived process is no longer active', async () => {
    const [first, second, third] = await transact(async (tx) => [
      await makeProcess(tx),
      await makeProcess(tx),
      await makeProcess(tx),
    ]);
    await transact((tx) => tx.processes.update(second.id, { archivedAt: later(1) }));

    const active = await transact((tx) => tx.processes.active());

    const mine = active.map(({ id }) => id).filter((id) => id >= first.id);
    expect(mine).toEqual([first.id, third.id]);
  });

  test('coordinators stay in the order in which they were added, once each', async () => {
    const { process, a, b } = await transact(async (tx) => {
      return { process: await makeProcess(tx), a: await makePerson(tx), b: await makePerson(tx) };
    });

    for (const person of [b, a, b]) await transact((tx) => tx.processes.addCoordinator(process.id, person.id));

    expect(await transact((tx) => tx.processes.coordinators(process.id))).toEqual([b.id, a.id]);
  });

  test('a person finds the active processes they coordinate or are a member in, and no other', async () => {
    await transact(async (tx) => {
      const person = await makePerson(tx);
      const [coordinated, joined, , archived, left] = [
        await makeProcess(tx),
        await makeProcess(tx),
        await makeProcess(tx),
        await makeProcess(tx),
        await makeProcess(tx),
      ];
      const membership = {
        personId: person.id,
        role: 'member',
        deputyOf: null,
        kind: null,
        organisation: null,
      } as const;
      await tx.processes.addCoordinator(coordinated.id, person.id);
      await tx.processes.addCoordinator(archived.id, person.id);
      await tx.processes.update(archived.id, { archivedAt: later(1) });
      const group = await makeGroup(tx, joined.id);
      await tx.groups.setMember({ groupId: group.id, ...membership });
      const closedGroup = await makeGroup(tx, left.id);
      await tx.groups.setMember({ groupId: closedGroup.id, ...membership });
      await tx.groups.update(closedGroup.id, { archivedAt: later(1) });

      const found = await tx.processes.ofPerson(person.id);

      expect(found.map(({ id }) => id)).toEqual([coordinated.id, joined.id]);
    });
  });

  test('the last digest is remembered', async () => {
    const process = await transact((tx) => makeProcess(tx));
    expect(await transact((tx) => tx.processes.lastDigest(process.id))).toBeNull();

    await transact((tx) => tx.processes.setLastDigest(process.id, later(3)));

    expect(await transact((tx) => tx.processes.lastDigest(process.id))).toEqual(later(3));
  });

  test('each counter of each process counts from 1', async () => {
    await transact(async (tx) => {
      const [a, b] = [await makeProcess(tx), await makeProcess(tx)];

      const numbers = [
        await tx.processes.nextNumber(a.id, 'task'),
        await tx.processes.nextNumber(a.id, 'task'),
        await tx.processes.nextNumber(a.id, 'resolution-2027'),
        await tx.processes.nextNumber(b.id, 'task'),
      ];

      expect(numbers).toEqual([1, 2, 1, 1]);
    });
  });

  test('transactions at the same time never get the same number, and one that fails leaves no gap', async () => {
    const process = await transact((tx) => makeProcess(tx));
    const take = (fails: boolean) =>
      transact(async (tx) => {
        const number = await tx.processes.nextNumber(process.id, 'task');
        if (fails) throw new Error('rolled back');
        return number;
      }).catch(() => null);

    const taken = await Promise.all(Array.from({ length: 12 }, (_, index) => take(index % 3 === 1)));

    const numbers = taken.filter((number) => number !== null).sort((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
