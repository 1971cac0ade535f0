/** What fails for a moment is done again; what goes on failing says why. */
import { expect, test } from '@jest/globals';
import { createPatience } from '../../../src/app/patience.ts';

function failing(times: number) {
  const fault = new Error('no connection');
  const work = {
    tries: 0,
    fault,
    run: async () => {
      work.tries += 1;
      if (work.tries <= times) throw fault;
      return 'done';
    },
  };
  return work;
}

test('work that fails four times is done at the fifth', async () => {
  const work = failing(4);

  expect(await createPatience()(work.run)).toBe('done');
  expect(work.tries).toBe(5);
});

test('the waits are shared by all that is run: an outage is waited out once', async () => {
  const patiently = createPatience();
  const [first, second] = [failing(100), failing(100)];

  await expect(patiently(first.run)).rejects.toBe(first.fault);
  await expect(patiently(second.run)).rejects.toBe(second.fault);

  expect([first.tries, second.tries]).toEqual([6, 1]);
});
