/** The moved clock of the local page over restarts. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createRunningClock } from '../../../src/main/clock.ts';
import { keepMoves, resumeClock } from '../../../src/main/pageClock.ts';

const HOUR_MS = 3_600_000;
const LOG = { info: () => {}, warn: () => {}, error: () => {} };

/** Writes take the longer the earlier they are, as over several connections they may. */
function memory(offset = 0) {
  const kept = { offset };
  let patience = 30;
  return {
    kept,
    clockOffset: async () => kept.offset,
    async setClockOffset(milliseconds: number) {
      patience -= 10;
      await wait(patience);
      kept.offset = milliseconds;
    },
  };
}

function aheadOf(clock: { now(): Date }): number {
  return Math.round((clock.now().getTime() - Date.now()) / HOUR_MS);
}

test('it goes on from where it was moved to', async () => {
  expect(aheadOf(await resumeClock(createRunningClock(), memory(72 * HOUR_MS), true))).toBe(72);
});

test('without the page it is the real time, however far it was moved before', async () => {
  expect(aheadOf(await resumeClock(createRunningClock(), memory(72 * HOUR_MS), false))).toBe(0);
});

test('of several moves the last one is kept', async () => {
  const clock = createRunningClock();
  const timeline = memory();
  await resumeClock(clock, timeline, true);
  keepMoves(clock, timeline, LOG);
  clock.moveTo(new Date(clock.now().getTime() + HOUR_MS));
  clock.moveTo(new Date(clock.now().getTime() + HOUR_MS));
  await wait(60);

  expect(Math.round(timeline.kept.offset / HOUR_MS)).toBe(2);
});
