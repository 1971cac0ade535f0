/** The application is replaced only when nobody is at work with it, and whoever comes meanwhile waits. */
import { expect, test } from '@jest/globals';
import { createGate } from '../../../../../adapters/local/web/gate.ts';

function later() {
  let finish = () => {};
  const promise = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { promise, finish };
}

test('a replacement waits for those at work and keeps the others waiting', async () => {
  const gate = createGate();
  const steps: string[] = [];
  const first = later();
  const replacing = later();

  const working = gate.use(async () => {
    await first.promise;
    steps.push('first done');
  });
  const replaced = gate.replace(async () => {
    steps.push('replacing');
    await replacing.promise;
    steps.push('replaced');
  });
  const waiting = gate.use(async () => steps.push('second done'));
  first.finish();
  await working;
  replacing.finish();
  await Promise.all([replaced, waiting]);

  expect(steps).toEqual(['first done', 'replacing', 'replaced', 'second done']);
});

test('a replacement that fails lets the others go on', async () => {
  const gate = createGate();

  const failed = gate.replace(() => Promise.reject(new Error('no')));

  await expect(failed).rejects.toThrow('no');
  await expect(gate.use(async () => 'on')).resolves.toBe('on');
});

test('work that fails does not hold up a replacement', async () => {
  const gate = createGate();

  const failed = gate.use(() => Promise.reject(new Error('no')));
  const replaced = gate.replace(async () => 'new');

  await expect(failed).rejects.toThrow('no');
  await expect(replaced).resolves.toBe('new');
});
