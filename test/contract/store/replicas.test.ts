/** The contract of what replicas hold: nobody takes it from one that lives, everybody from one that died. */
import { expect, test } from '@jest/globals';
import { connect } from '../../../adapters/postgres/connection.ts';
import { createLeases } from '../../../adapters/postgres/leases.ts';
import { allHeard, beat, leave, takeOver } from '../../../adapters/postgres/replicas.ts';
import { createStore } from '../../../adapters/postgres/store.ts';
import type { QueuedMessage } from '../../../src/ports/store/work.ts';
import { createWorker, message, titles } from './deliveryWorker.ts';
import { later, storeSuite, type Transact, unique } from './scene.ts';

storeSuite('replicas', (_transact, suite) => {
  const pool = () => suite.database.pool;

  /** One running process with a store of its own over the database of all. */
  function createReplica(name: string) {
    const id = unique(name);
    const transact: Transact = (work) => createStore(pool(), id).transaction(work);
    return {
      id,
      ...createWorker(transact),
      transact,
      leases: () => createLeases(pool(), id),
      beat: () => beat(connect(pool()), id),
      leave: () => leave(connect(pool()), id),
      allHeard: () => allHeard(connect(pool()), id),
      holds: (item: Pick<QueuedMessage, 'id' | 'attempts'>) => transact((tx) => tx.outbox.holds(item)),
      next: () => transact((tx) => tx.outbox.next()),
    };
  }
  type Replica = ReturnType<typeof createReplica>;

  /** Lets a minute pass in which of all these replicas only some were heard. */
  async function minuteLater(heard: readonly Replica[]): Promise<void> {
    const minute = "interval '1 minute'";
    await pool().query(`update mitwirk.replicas set since = since - ${minute}, beat_at = beat_at - ${minute}`);
    await pool().query(`update mitwirk.replicas set beat_at = clock_timestamp() where id = any($1)`, [
      heard.map(({ id }) => id),
    ]);
  }

  async function finish(replica: Replica, items: readonly QueuedMessage[]): Promise<void> {
    for (const item of items) await replica.sent(item);
    await replica.drain();
    await pool().query('delete from mitwirk.replicas');
  }

  test('what a living replica holds no other gets or waits for, however late it is', async () => {
    const [slow, other] = [createReplica('slow'), createReplica('other')];
    const room = await slow.newRoom();
    await slow.enqueue(message(room, 'first'), message(room, 'second'));
    await other.beat();
    const held = await slow.lease(0);

    await minuteLater([slow, other]);
    expect(await other.beat()).toBe(false);

    expect(await other.lease(7 * 24 * 60)).toEqual([]);
    expect(await other.next()).toBeNull();
    expect(await slow.next()).toEqual(later(5));
    expect(titles(await slow.lease(5))).toEqual(['first']);
    await finish(slow, held);
  });

  test('a lease is held until it ends, and an earlier one of the same message no more', async () => {
    const [one, other] = [createReplica('one'), createReplica('other')];
    await one.enqueue(message(await one.newRoom(), 'a'), message(await one.newRoom(), 'b'));
    const [first, failing] = await one.lease(0);
    if (!first || !failing) throw new Error('nothing was leased');

    expect([await one.holds(first), await other.holds(first), await one.holds(failing)]).toEqual([true, false, true]);

    await one.failed(failing, 20);
    const [again] = await one.lease(5);
    if (!again) throw new Error('the lease was not given again');
    expect([await one.holds(first), await one.holds(again), await one.holds(failing)]).toEqual([false, true, false]);

    await one.sent(again);
    expect(await one.holds(again)).toBe(false);
    await finish(one, await one.lease(20));
  });

  test('what a dead replica held may be tried at once, as something that was tried before', async () => {
    const [dead, living] = [createReplica('dead'), createReplica('living')];
    const room = await dead.newRoom();
    await dead.enqueue(message(room, 'first'), message(room, 'second'));
    await dead.leases().take('listening', 'any holder', 3_600_000);
    await living.beat();
    const held = await dead.lease(0);
    const [first] = held;
    if (!first) throw new Error('nothing was leased');
    expect(await living.leases().take('listening', 'another', 1000)).toBe(false);

    await minuteLater([living]);
    expect(await living.beat()).toBe(true);

    expect(await living.next()).toEqual(later(0));
    const taken = await living.lease(0);
    expect(taken).toMatchObject([{ id: first.id, attempts: 1 }]);
    expect(await living.leases().take('listening', 'another', 1000)).toBe(true);
    expect([await dead.holds(first), await living.holds(taken[0] ?? first)]).toEqual([false, true]);

    await dead.failed(first, null);
    expect(await living.holds(taken[0] ?? first)).toBe(true);
    await finish(living, taken);
  });

  test('whoever was not heard itself buries nobody: after an outage of the database all seem silent', async () => {
    const [one, other] = [createReplica('one'), createReplica('other')];
    for (const replica of [one, other]) await replica.beat();
    await one.enqueue(message(await one.newRoom(), 'a'));
    const held = await one.lease(0);

    await minuteLater([]);

    expect(await other.beat()).toBe(false);
    expect(await one.beat()).toBe(false);
    expect(await other.lease(60)).toEqual([]);
    expect(await one.holds(held[0] ?? { id: 0, attempts: 0 })).toBe(true);
    await finish(one, held);
  });

  test('whoever has only just begun waits before it takes anybody for dead', async () => {
    const [dead, started] = [createReplica('dead'), createReplica('started')];
    await dead.beat();
    await minuteLater([]);

    expect(await started.beat()).toBe(false);
    expect(await started.allHeard()).toBe(false);

    await minuteLater([started]);
    expect(await started.beat()).toBe(true);
    expect(await started.allHeard()).toBe(true);
  });

  test('a heartbeat from the future, left by a clock that was set back, counts as silence', async () => {
    const [dead, living] = [createReplica('dead'), createReplica('living')];
    for (const replica of [dead, living]) await replica.beat();
    await minuteLater([living]);
    await pool().query(`update mitwirk.replicas set beat_at = beat_at + interval '1 day' where id = $1`, [dead.id]);

    expect(await living.beat()).toBe(true);
  });

  test('a replica that was taken for dead and goes on is heard again, and holds what it takes from then on', async () => {
    const [frozen, living] = [createReplica('frozen'), createReplica('living')];
    for (const replica of [frozen, living]) await replica.beat();
    await minuteLater([living]);
    expect(await living.beat()).toBe(true);

    await frozen.enqueue(message(await frozen.newRoom(), 'a'));
    const held = await frozen.lease(0);
    await minuteLater([living, frozen]);

    expect(await living.beat()).toBe(false);
    expect(await living.lease(60)).toEqual([]);
    await finish(frozen, held);
  });

  test('of several that see a replica die, one takes up its work', async () => {
    const others = [createReplica('b'), createReplica('c'), createReplica('d')];
    const dead = createReplica('a');
    for (const replica of [dead, ...others]) await replica.beat();
    await minuteLater(others);

    const buried = await Promise.all(others.map((replica) => replica.beat()));

    expect(buried.filter(Boolean)).toHaveLength(1);
    await finish(dead, []);
  });

  test('whoever leaves in order is missed by nobody', async () => {
    const [leaving, living] = [createReplica('leaving'), createReplica('living')];
    for (const replica of [leaving, living]) await replica.beat();

    await leaving.leave();

    expect(await living.allHeard()).toBe(true);
    await minuteLater([living]);
    expect(await living.beat()).toBe(false);
  });

  test('the one process of a database takes over whatever anybody held before it', async () => {
    const [dead, started] = [createReplica('dead'), createReplica('started')];
    await dead.enqueue(message(await dead.newRoom(), 'a'), message(await dead.newRoom(), 'b'));
    const [, failing] = await dead.lease(0);
    if (failing) await dead.failed(failing, 30);
    await dead.leases().take('listening twice', 'any holder', 3_600_000);

    await takeOver(connect(pool()));

    expect(titles(await started.lease(0))).toEqual(['a']);
    expect(await started.next()).toEqual(later(5));
    expect(await started.leases().take('listening twice', 'another', 1000)).toBe(true);
    await finish(started, [...(await started.lease(5)), ...(await started.lease(30))]);
  });
});
