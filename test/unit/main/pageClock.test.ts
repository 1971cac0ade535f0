/** The moved clock of the local page: over restarts, and beside anything that is not the example. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Contents } from '../../../adapters/postgres/contents.ts';
import { createRunningClock, type RunningClock } from '../../../src/main/clock.ts';
import { followClock, practise, resumeClock } from '../../../src/main/pageClock.ts';

const HOUR_MS = 3_600_000;
const LOG = { info: () => {}, warn: () => {}, error: () => {} };

/** A store with an offset in it. Writes take the longer the earlier they are, as over several connections they may. */
function storeWith({ offset = 0, contents = 'example' as Contents, others = false } = {}) {
  const kept = { offset, contents, alone: false, writes: 0 };
  const watchers: (() => void)[] = [];
  let patience = 30;
  const store = {
    timeline: {
      clockOffset: async () => kept.offset,
      async setClockOffset(milliseconds: number) {
        patience -= 10;
        await wait(patience);
        kept.offset = milliseconds;
        kept.writes += 1;
      },
    },
    occupancy: {
      async claim() {
        kept.alone = !others;
        return kept.alone;
      },
      async share() {
        kept.alone = false;
      },
      leave: async () => {},
    },
    contents: async () => kept.contents,
    watch(watcher: () => void) {
      watchers.push(watcher);
      return () => {};
    },
  };
  const changed = () => {
    for (const watcher of watchers) watcher();
  };
  return { kept, store, changed };
}

function hoursAhead(clock: RunningClock): number {
  return Math.round(clock.aheadMs() / HOUR_MS);
}

function moveBy(clock: RunningClock, hours: number) {
  return async () => clock.moveTo(new Date(clock.now().getTime() + hours * HOUR_MS));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo() && tries < 1000; tries++) await wait(5);
  expect(isSo()).toBe(true);
}

test('it goes on from where it was moved to, and others are kept out', async () => {
  const { kept, store } = storeWith({ offset: 72 * HOUR_MS });
  const clock = createRunningClock();

  await resumeClock(clock, store, true);

  expect([hoursAhead(clock), kept.alone]).toEqual([72, true]);
});

test.each([
  ['a start that is not for practising', {}, false],
  ['a store with more in it than the example', { contents: 'more' }, true],
  ['an empty store', { contents: 'nothing' }, true],
  ['a store in which another process is at work', { others: true }, true],
] as const)('%s brings the real time back for good', async (_, place, mayPractise) => {
  const { kept, store } = storeWith({ offset: 72 * HOUR_MS, ...place });
  const clock = createRunningClock();

  await resumeClock(clock, store, mayPractise);

  expect([hoursAhead(clock), kept.offset, kept.alone]).toEqual([0, 0, false]);
});

test('of several moves the last one is kept', async () => {
  const { kept, store } = storeWith();
  const clock = createRunningClock();
  followClock(clock, store, LOG);

  await practise(clock, store, moveBy(clock, 1));
  await practise(clock, store, moveBy(clock, 1));

  await until(() => kept.writes === 2);
  expect(Math.round(kept.offset / HOUR_MS)).toBe(2);
});

test.each([
  ['real', { contents: 'more' }],
  ['shared', { others: true }],
] as const)('a move is refused as %s, and nothing has moved', async (obstacle, place) => {
  const { kept, store } = storeWith(place);
  const clock = createRunningClock();

  expect(await practise(clock, store, moveBy(clock, 1))).toBe(obstacle);

  expect([hoursAhead(clock), kept.alone]).toEqual([0, false]);
});

test('others are kept out for as long as the clock is elsewhere, and not after a move that came to nothing', async () => {
  const { kept, store } = storeWith();
  const clock = createRunningClock();
  const fails = async () => {
    throw new Error('too far');
  };

  await expect(practise(clock, store, fails)).rejects.toThrow('too far');
  const afterNothing = kept.alone;
  await practise(clock, store, moveBy(clock, 1));

  expect([afterNothing, kept.alone]).toEqual([false, true]);
});

test('as soon as something real is in the store the clock shows the real time, and others may come in', async () => {
  const { kept, store, changed } = storeWith();
  const clock = createRunningClock();
  followClock(clock, store, LOG);
  await practise(clock, store, moveBy(clock, 72));

  kept.contents = 'more';
  changed();

  await until(() => !kept.alone);
  expect([hoursAhead(clock), kept.offset]).toEqual([0, 0]);
});
