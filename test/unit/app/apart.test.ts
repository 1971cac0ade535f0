/** Many things are done together although some of them cannot be done. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doApart } from '../../../src/app/apart.ts';

const mistake = new Error('a mistake');

/** Does numbers, and fails at those that are poisoned; notes what was kept. */
function worker(fails: (items: readonly number[]) => boolean) {
  const kept: number[][] = [];
  let runs = 0;
  return {
    kept,
    get runs() {
      return runs;
    },
    async run(items: readonly number[], keep: boolean) {
      runs += 1;
      if (fails(items)) return { error: mistake };
      if (keep) kept.push([...items]);
      return null;
    },
  };
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

test('what works is done at once', async () => {
  const { kept, run } = worker(() => false);

  expect(await doApart(upTo(10_000), run)).toEqual({ failed: [], untried: [] });
  expect(kept).toEqual([upTo(10_000)]);
});

test('those that fail are named with their fault, and all others are still done at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 300 }),
      fc.uniqueArray(fc.nat(299), { maxLength: 6 }),
      async (count, bad) => {
        const poisoned = upTo(count).filter((n) => bad.includes(n));
        const { kept, run } = worker((items) => items.some((n) => bad.includes(n)));

        const { failed, untried } = await doApart(upTo(count), run);

        expect(failed).toEqual(poisoned.map((item) => ({ item, error: mistake })));
        expect(untried).toEqual([]);
        const sound = upTo(count).filter((n) => !bad.includes(n));
        expect(kept).toEqual(sound.length > 0 ? [sound] : []);
      },
    ),
  );
});

test('one that fails among ten thousand is found in a few tries', async () => {
  const work = worker((items) => items.includes(7_777));

  const { failed } = await doApart(upTo(10_000), work.run);

  expect(failed.map(({ item }) => item)).toEqual([7_777]);
  expect(work.runs).toBeLessThan(35);
});

test('where nearly everything fails, not all of it is looked for at once: the rest is untried, nothing is lost', async () => {
  const work = worker((items) => items.some((n) => n % 10 !== 0));

  const { failed, untried } = await doApart(upTo(1_000), work.run);

  expect(work.runs).toBeLessThan(110);
  expect(untried.length).toBeGreaterThan(0);
  const all = [...failed.map(({ item }) => item), ...untried, ...work.kept.flat()];
  expect(all.toSorted((a, b) => a - b)).toEqual(upTo(1_000));
});

test('what fails only together is done in parts', async () => {
  const { kept, run } = worker((items) => items.length > 3);

  expect(await doApart(upTo(10), run)).toEqual({ failed: [], untried: [] });
  expect(kept.flat()).toEqual(upTo(10));
});
