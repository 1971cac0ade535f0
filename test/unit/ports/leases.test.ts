/** A lease is looked at when it matters, and an answer that is late is not believed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { assertHeld, LeaseLost, leaseOf, outsideLease, underLease } from '../../../src/ports/leases.ts';

test('what is done under no lease may be done', async () => {
  await expect(assertHeld()).resolves.toBeUndefined();
});

test('each look asks anew', async () => {
  const answers = [true, false, true];
  const lease = leaseOf(async () => answers.shift() ?? false);

  await underLease(lease, async () => {
    await assertHeld();
    await expect(assertHeld()).rejects.toThrow(LeaseLost);
    expect(lease.lost).toBe(true);
    await assertHeld();
    expect(lease.lost).toBe(false);
  });
});

test('an answer that took as long as it takes to be overtaken is asked for again', async () => {
  const answers = [true, false];
  const lease = leaseOf(async () => {
    // As if the process had stood still before it read the answer.
    if (answers.length === 2) await sleep(2_050);
    return answers.shift() ?? false;
  });

  await expect(lease.check()).rejects.toThrow(LeaseLost);
});

test('who gave it and cannot be asked is no permission', async () => {
  const lease = leaseOf(() => Promise.reject(new Error('the store is away')));

  await expect(lease.check()).rejects.toThrow('the store is away');
  expect(lease.lost).toBe(false);
});

test('work begun under a lease stays under it, whatever it waits for, unless it is begun outside', async () => {
  const lost = leaseOf(async () => false);
  const later = async () => {
    await sleep(5);
    await assertHeld();
  };

  const [inside, outside] = underPair(lost, later);

  await expect(inside).rejects.toThrow(LeaseLost);
  await expect(outside).resolves.toBeUndefined();
});

function underPair(lease: ReturnType<typeof leaseOf>, work: () => Promise<void>): [Promise<void>, Promise<void>] {
  let outside: Promise<void> = Promise.resolve();
  const inside = underLease(lease, () => {
    outside = outsideLease(work);
    return work();
  });
  return [inside, outside];
}
