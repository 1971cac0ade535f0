/** Moves the clock forward; everything that falls due on the way is done, in order, at its own time. */
import type { Bot } from '../../src/ports/bot.ts';
import type { MovableClock } from '../../src/ports/clock.ts';

/** Work that stays due however often it is done (a platform that refuses) must not stop the clock. */
const MOST_TRIES_AT_ONE_INSTANT = 20;

/** `step` is called after each instant at which something was done. */
export async function moveClock(bot: Bot, clock: MovableClock, to: Date, step: () => Promise<void>): Promise<void> {
  let tries = 0;
  await bot.settle();
  for (
    let next = await bot.nextWork();
    next && next <= to && tries < MOST_TRIES_AT_ONE_INSTANT;
    next = await bot.nextWork()
  ) {
    tries = next > clock.now() ? 0 : tries + 1;
    moveAtLeastTo(clock, next);
    await bot.catchUp();
    await bot.settle();
    await step();
  }
  moveAtLeastTo(clock, to);
  await bot.catchUp();
  await bot.settle();
  await step();
}

/** A clock that runs may have passed the instant by itself meanwhile. */
function moveAtLeastTo(clock: MovableClock, to: Date): void {
  try {
    clock.moveTo(to);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
