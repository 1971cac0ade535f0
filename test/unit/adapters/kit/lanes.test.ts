/** Whatever comes to a lane, and however long it takes: one after the other, in order, and each under its own lease. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLane, createLanes } from '../../../../adapters/kit/lanes.ts';
import { assertHeld, leaseOf, underLease } from '../../../../src/ports/leases.ts';

const jobs = fc.array(fc.record({ lane: fc.constantFrom('a', 'b', 'c'), ticks: fc.nat(5), fails: fc.boolean() }), {
  maxLength: 20,
});

test('work in one lane never overlaps and keeps its order, whatever takes long or fails', async () => {
  await fc.assert(
    fc.asyncProperty(jobs, async (list) => {
      const run = createLanes();
      const log: Record<string, string[]> = { a: [], b: [], c: [] };
      const results = list.map(({ lane, ticks, fails }, n) =>
        run(lane, async () => {
          log[lane]?.push(`${n} begins`);
          for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
          log[lane]?.push(`${n} ends`);
          if (fails) throw new Error(`${n}`);
          return n;
        }),
      );
      const settled = await Promise.allSettled(results);

      for (const lane of ['a', 'b', 'c']) {
        const own = list.flatMap((job, n) => (job.lane === lane ? [`${n} begins`, `${n} ends`] : []));
        expect(log[lane]).toEqual(own);
      }
      const outcomes = settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason.message)));
      expect(outcomes).toEqual(list.map(({ fails }, n) => (fails ? String(n) : n)));
    }),
  );
});

test('lanes do not wait for each other', async () => {
  const run = createLanes();
  const order: string[] = [];
  const slow = run('a', async () => {
    await sleep(50);
    order.push('slow');
  });
  await run('b', async () => void order.push('quick'));
  await slow;

  expect(order).toEqual(['quick', 'slow']);
});

test('each piece of work runs under the lease it was handed over with, whatever ran before', async () => {
  const run = createLane();
  const lost = underLease(
    leaseOf(async () => false),
    () => run(assertHeld),
  );
  const held = underLease(
    leaseOf(async () => true),
    () => run(assertHeld),
  );
  const free = run(assertHeld);

  expect((await Promise.allSettled([lost, held, free])).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
});
