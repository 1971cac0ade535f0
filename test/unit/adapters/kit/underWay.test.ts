/** Nothing that is under way is forgotten. */
import { expect, test } from '@jest/globals';
import { createUnderWay } from '../../../../adapters/kit/underWay.ts';

test('settling waits for what fails, and for what is begun meanwhile', async () => {
  const underWay = createUnderWay();
  const ended: string[] = [];
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const failing = underWay.add(first.promise.finally(() => void underWay.add(second.promise)));
  const settled = underWay.settle().then(() => ended.push('settled'));

  first.reject(new Error('failed'));
  await expect(failing).rejects.toThrow('failed');
  await new Promise(setImmediate);
  expect(ended).toEqual([]);
  second.resolve();
  await settled;
});

test('with nothing under way there is nothing to wait for', async () => {
  const underWay = createUnderWay();
  expect(await underWay.add(Promise.resolve(1))).toBe(1);

  await underWay.settle();
});
