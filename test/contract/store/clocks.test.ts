/** The contract of clocks: what the database's own shows, the last look that was believed, and doubts. */
import { beforeEach, expect, test } from '@jest/globals';
import { later, makeProcess, storeSuite } from './scene.ts';

const doubted = { against: 'elapsed', shown: later(0), expected: later(90), lookedAt: later(1) } as const;

storeSuite('clocks', (transact, suite) => {
  beforeEach(() => suite.database.pool.query('update mitwirk.clock_doubts set ended_at = now()'));

  const raised = () => transact((tx) => tx.clocks.raise(doubted));
  const process = async () => (await transact((tx) => makeProcess(tx))).id;
  const doubts = () => transact((tx) => tx.clocks.doubts());

  test('the database tells its time, the same all through a transaction, and that it is on this machine', async () => {
    const [one, other, read] = await transact(async (tx) => [
      await tx.clocks.now(),
      await tx.clocks.now(),
      await tx.clocks.read(),
    ]);

    expect(Math.abs(one.getTime() - Date.now())).toBeLessThan(60_000);
    expect(other).toEqual(one);
    expect(read).toEqual({ now: one, here: true, boot: null });
  });

  test('the last look that was believed is kept, in place of the one before', async () => {
    await transact((tx) => tx.clocks.setSeen({ wall: 1_000_000_000_123, uptime: 5.5, boot: 'first' }));
    await transact((tx) => tx.clocks.setSeen({ wall: 1_000_000_360_456, uptime: 360_000, boot: null }));

    expect(await transact((tx) => tx.clocks.seen())).toEqual({ wall: 1_000_000_360_456, uptime: 360_000, boot: null });
  });

  test('a doubt is open until it ends, and open ones come oldest first', async () => {
    const [first, second] = [await raised(), await raised()];

    expect(await doubts()).toEqual([first, second]);
    expect(first).toEqual({ id: first.id, ...doubted, told: [], confirmed: [] });
    await transact((tx) => tx.clocks.lookAgain(second.id, later(7)));
    await transact((tx) => tx.clocks.end(first.id));
    expect(await doubts()).toEqual([{ ...second, lookedAt: later(7) }]);
  });

  test('a process is told once and waits until it is settled', async () => {
    const [{ id }, one] = [await raised(), await process()];
    const tell = () => transact((tx) => tx.clocks.tell(id, one));
    const settle = () => transact((tx) => tx.clocks.settle(id, one));

    expect([await tell(), await tell()]).toEqual([true, false]);
    expect(await doubts()).toMatchObject([{ told: [one], confirmed: [] }]);
    expect([await settle(), await settle()]).toEqual([true, false]);
    expect(await doubts()).toMatchObject([{ told: [], confirmed: [] }]);
  });

  test('a process confirms once, for itself alone, and is not told again', async () => {
    const [{ id }, one, other] = [await raised(), await process(), await process()];
    await transact((tx) => tx.clocks.tell(id, one));
    await transact((tx) => tx.clocks.tell(id, other));
    const confirm = () => transact((tx) => tx.clocks.confirm(id, one));

    expect([await confirm(), await confirm()]).toEqual([true, false]);
    expect(await transact((tx) => tx.clocks.tell(id, one))).toBe(false);
    expect(await doubts()).toMatchObject([{ told: [other], confirmed: [one] }]);
  });

  test('nothing is changed in a doubt that has ended', async () => {
    const [{ id }, one] = [await raised(), await process()];
    await transact((tx) => tx.clocks.end(id));

    expect(await transact((tx) => tx.clocks.tell(id, one))).toBe(false);
    expect(await transact((tx) => tx.clocks.confirm(id, one))).toBe(false);
  });

  test('those who want to raise a doubt see, one after the other, what the one before has raised', async () => {
    const raiseFirst = () =>
      transact(async (tx) => {
        const open = await tx.clocks.lockDoubts();
        return open[0] ?? tx.clocks.raise(doubted);
      });

    const both = await Promise.all([raiseFirst(), raiseFirst()]);

    expect(both[0].id).toBe(both[1].id);
  });
});
