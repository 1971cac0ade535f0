/** The clock of the local page from one start to the next. */
import type { Log } from '../ports/log.ts';
import type { Timeline } from '../ports/timeline.ts';
import type { RunningClock } from './clock.ts';

type Kept = Pick<Timeline, 'clockOffset' | 'setClockOffset'>;

/** It goes on from where it was moved to. Without the page nobody could see or undo that: then it is the real time. */
export async function resumeClock(clock: RunningClock, timeline: Kept, page: boolean): Promise<RunningClock> {
  // While the example is played the clock is elsewhere, which is nothing to go on from.
  clock.onMove(() => {});
  clock.setAhead(page ? await timeline.clockOffset() : 0);
  return clock;
}

/** Every move is kept, the last one last. */
export function keepMoves(clock: RunningClock, timeline: Kept, log: Log): void {
  let kept: Promise<void> = Promise.resolve();
  clock.onMove((aheadMs) => {
    kept = kept
      .then(() => timeline.setClockOffset(aheadMs))
      .catch((error: unknown) => log.error('the clock was not kept', error));
  });
}
