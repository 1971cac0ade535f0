/** The contract of the outbox: said once, and in order. */
import { expect, test } from '@jest/globals';
import type { ProcessId } from '../../../src/domain/ids.ts';
import type { Recipient } from '../../../src/ports/store/work.ts';
import { createWorker, message, titles } from './deliveryWorker.ts';
import { card, later, makePerson, makeProcess, storeSuite, unique } from './scene.ts';

storeSuite('outbox', (transact) => {
  const worker = createWorker(transact);
  const { newRoom } = worker;

  test('a message is leased as it was enqueued, to a room or to a person', async () => {
    const { process, person } = await transact(async (tx) => {
      return { process: await makeProcess(tx), person: await makePerson(tx) };
    });
    const toRoom = message(await newRoom(), 'a', { processId: process.id, topic: unique('topic') });
    const toPerson = message({ person: person.id, platform: 'local' }, 'b');
    await worker.enqueue(toRoom, toPerson);

    const leased = await worker.lease(0);

    expect(leased).toEqual([
      { ...toRoom, id: expect.any(Number), attempts: 0, editOf: null },
      { ...toPerson, id: expect.any(Number), attempts: 0, editOf: null },
    ]);
    for (const item of leased) await worker.sent(item);
  });

  test('the same key is enqueued once, also after it was sent', async () => {
    const same = message(await newRoom(), 'a');

    await worker.enqueue(same, same);
    await worker.enqueue(same);
    expect(await worker.drain()).toEqual(['a']);
    await worker.enqueue(same);

    expect(await worker.drain()).toEqual([]);
  });

  test('a recipient gets one message at a time, in order; others do not wait for it', async () => {
    const [a, b] = [await newRoom(), await newRoom()];
    await worker.enqueue(message(a, 'a1'), message(a, 'a2'), message(b, 'b1'));

    const [first, other] = await worker.lease(0);
    expect([first?.card.title, other?.card.title]).toEqual(['a1', 'b1']);
    expect(await worker.lease(0)).toEqual([]);
    if (first) await worker.sent(first);

    expect(titles(await worker.lease(0))).toEqual(['a2']);
    await transact(async (tx) => {
      for (const { id } of await tx.outbox.lease(later(60), later(61), 9)) await tx.outbox.failed(id, 'x', null);
    });
  });

  test('the same person is another recipient on another platform', async () => {
    const { id: person } = await transact((tx) => makePerson(tx));
    await worker.enqueue(message({ person, platform: 'local' }, 'a'), message({ person, platform: 'elsewhere' }, 'b'));

    expect(titles(await worker.lease(0))).toEqual(['a', 'b']);
    expect(await worker.lease(0)).toEqual([]);
    await transact(async (tx) => {
      for (const { id } of await tx.outbox.lease(later(60), later(61), 9)) await tx.outbox.failed(id, 'x', null);
    });
  });

  test('no more are leased than asked for, the oldest first', async () => {
    const rooms = [await newRoom(), await newRoom(), await newRoom()];
    await worker.enqueue(...rooms.map((room, index) => message(room, `${index}`)));

    expect(titles(await worker.lease(0, 2))).toEqual(['0', '1']);
    expect(titles(await worker.lease(0, 2))).toEqual(['2']);
    await transact(async (tx) => {
      for (const item of await tx.outbox.lease(later(60), later(61), 9)) await tx.outbox.sent(item.id, 'x', later(60));
    });
  });

  test('a lease that ran out is given again, and says how often it was tried', async () => {
    await worker.enqueue(message(await newRoom(), 'a'));

    expect(await worker.lease(0)).toMatchObject([{ attempts: 0 }]);
    expect(await worker.lease(4)).toEqual([]);
    const again = await worker.lease(5);

    expect(again).toMatchObject([{ attempts: 1 }]);
    for (const item of again) await worker.sent(item);
    expect(await worker.lease(60)).toEqual([]);
  });

  test('what failed is tried again at its time, and what comes after it waits', async () => {
    const room = await newRoom();
    await worker.enqueue(message(room, 'a'), message(room, 'b'));
    for (const item of await worker.lease(0)) await worker.failed(item, 20);

    expect(await worker.lease(19)).toEqual([]);
    expect(await transact((tx) => tx.outbox.next())).toEqual(later(20));
    const again = await worker.lease(20);

    expect(again).toMatchObject([{ card: card('a'), attempts: 1 }]);
    for (const item of again) await worker.sent(item);
    expect(await worker.drain()).toEqual(['b']);
  });

  test('what is given up is counted, and lets the next one go', async () => {
    const { id: processId } = await transact((tx) => makeProcess(tx));
    const room = await newRoom();
    await worker.enqueue(message(room, 'a', { processId }), message(room, 'b', { processId }));
    const undeliverable = (minutes: number) => transact((tx) => tx.outbox.undeliverable(processId, later(minutes)));
    expect(await undeliverable(0)).toBe(0);

    for (const item of await worker.lease(10)) await worker.failed(item, null);

    expect(await worker.drain()).toEqual(['b']);
    expect(await undeliverable(10)).toBe(1);
    expect(await undeliverable(11)).toBe(0);
    expect(await transact((tx) => tx.outbox.undeliverable(99 as ProcessId, later(0)))).toBe(0);
  });

  test('the next instant is the earliest at which a recipient may get something', async () => {
    expect(await transact((tx) => tx.outbox.next())).toBeNull();
    const room = await newRoom();
    await worker.enqueue(message(room, 'a'), message(room, 'b'));
    expect(await transact((tx) => tx.outbox.next())).toEqual(later(0));

    await worker.lease(1);

    expect(await transact((tx) => tx.outbox.next())).toEqual(later(6));
    for (const item of await worker.lease(6)) await worker.sent(item);
    await worker.drain();
  });

  test('those who lease at the same time never get the same message, nor two of one recipient', async () => {
    const rooms = [];
    for (let i = 0; i < 12; i += 1) rooms.push(await newRoom());
    await worker.enqueue(...rooms.flatMap((room) => [message(room, '1'), message(room, '2')]));

    const leases = await Promise.all(Array.from({ length: 6 }, () => worker.lease(0, 4)));
    const leased = leases.flat();

    expect(new Set(leased.map(({ id }) => id)).size).toBe(leased.length);
    expect(new Set(leased.map(({ to }) => JSON.stringify(to))).size).toBe(leased.length);
    expect(new Set(titles(leased))).toEqual(new Set(['1']));
    for (const item of leased) await worker.sent(item);
    await worker.drain();
  });

  test('a recipient gets one at a time also when transactions end in another order than they began', async () => {
    const room = await newRoom();
    const slow = transact(async (tx) => {
      await tx.outbox.enqueue([message(room, 'slow')], later(0));
      await new Promise((done) => setTimeout(done, 100));
    });
    await worker.enqueue(message(room, 'quick'));

    const before = await worker.lease(0);
    await slow;
    const after = await worker.lease(0);

    expect(before).toHaveLength(1);
    expect(after).toEqual([]);
    for (const item of before) await worker.sent(item);
    expect(await worker.drain()).toHaveLength(1);
  });

  test('what could not be sent to a room may be tried at once when the room is found again, in its order', async () => {
    const [room, other] = [await newRoom(), await newRoom()];
    await worker.enqueue(message(room, 'first'), message(room, 'second'), message(other, 'elsewhere'));
    const far = later(24 * 60);
    for (const { id } of await worker.lease(0)) await transact((tx) => tx.outbox.failed(id, 'room lost', far));
    expect(await worker.lease(1)).toEqual([]);

    await transact((tx) => tx.outbox.resume(room.room, later(1)));

    const tried = await worker.lease(1);
    expect(tried.map(({ to }) => to)).toEqual([room]);
    for (const item of tried) await worker.sent(item);
    expect((await worker.lease(1)).map(({ to }) => to)).toEqual([room]);
    await transact((tx) => tx.outbox.resume(other.room, later(1)));
    await worker.drain();
  });

  test('what a wrong clock has put far off may be tried soon, and what it has not is left alone', async () => {
    const { id: processId } = await transact((tx) => makeProcess(tx));
    const rooms = [await newRoom(), await newRoom(), await newRoom()] as const;
    const [far, near, elsewhere] = rooms;
    const { id: other } = await transact((tx) => makeProcess(tx));
    await worker.enqueue(message(far, 'far', { processId }), message(near, 'near', { processId }));
    await worker.enqueue(message(elsewhere, 'elsewhere', { processId: other }));
    for (const { id, to } of await worker.lease(0)) {
      const nextAt = later('room' in to && to.room === near.room ? 10 : 60 * 24 * 40);
      await transact((tx) => tx.outbox.failed(id, 'away', nextAt));
    }

    await transact((tx) => tx.outbox.hasten(processId, later(60), later(1)));

    const tried = (await worker.lease(1)).map(({ to }) => to);
    expect([far, near, elsewhere].map((room) => tried.some((to) => 'room' in to && to.room === room.room))).toEqual([
      true,
      false,
      false,
    ]);
    await transact((tx) => tx.outbox.hasten(other, later(60), later(1)));
    await worker.drain();
  });

  test('ten thousand messages are enqueued at once', async () => {
    const room = await newRoom();
    const people = await transact(async (tx) => (await makePerson(tx)).id);
    const to = (index: number): Recipient => (index % 2 ? room : { person: people, platform: `p${index}` });

    await worker.enqueue(...Array.from({ length: 10_000 }, (_, index) => message(to(index), `${index}`)));

    expect(await worker.lease(0, 20_000)).toHaveLength(5001);
    await transact((tx) => tx.people.erase(people, later(0)));
  });
});
