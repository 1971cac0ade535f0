/** The moved clock of the local page. It belongs to the example: where anything else is, everybody keeps the real time. */
import { createLane } from '../../adapters/kit/lanes.ts';
import type { Obstacle } from '../../adapters/local/web/options.ts';
import type { Log } from '../ports/log.ts';
import type { Timeline } from '../ports/timeline.ts';
import type { RunningClock } from './clock.ts';
import type { Service } from './service.ts';

/** What of the application has a say in it. */
export interface PracticeStore extends Pick<Service, 'occupancy' | 'contents' | 'watch'> {
  readonly timeline: Pick<Timeline, 'clockOffset' | 'setClockOffset'>;
}

/** Keeps every other process out of a store that holds nothing but the example; otherwise says what is in the way. */
export async function claimExample(clock: RunningClock, store: PracticeStore): Promise<Obstacle | null> {
  if (!(await store.occupancy.claim())) return 'shared';
  if ((await store.contents()) === 'example') return null;
  await keepRealTime(clock, store);
  return 'real';
}

/** Goes on from where it was moved to, if people may `practise`; any other start brings the real time back for good. */
export async function resumeClock(clock: RunningClock, store: PracticeStore, practise: boolean): Promise<void> {
  const kept = await store.timeline.clockOffset();
  if (kept !== 0 && practise && (await claimExample(clock, store)) === null) clock.setAhead(kept);
  else await keepRealTime(clock, store);
}

/** Does what moves the clock while nobody else is in the store; afterwards others may come in only where it shows the real time. */
export async function practise(
  clock: RunningClock,
  store: PracticeStore,
  move: () => Promise<void>,
): Promise<Obstacle | null> {
  const obstacle = await claimExample(clock, store);
  if (obstacle !== null) return obstacle;
  try {
    await move();
    return null;
  } finally {
    if (clock.aheadMs() === 0) await store.occupancy.share();
  }
}

/** Every move is kept, the last one last; as soon as anything real is in the store the clock shows the real time. */
export function followClock(clock: RunningClock, store: PracticeStore, log: Log): void {
  const lane = createLane();
  const inTurn = (work: () => Promise<void>) => {
    lane(work).catch((error: unknown) => log.error('the clock was not kept', error));
  };
  clock.onMove((aheadMs) => inTurn(() => store.timeline.setClockOffset(aheadMs)));
  store.watch(() =>
    inTurn(async () => {
      if (clock.aheadMs() === 0 || (await store.contents()) === 'example') return;
      await keepRealTime(clock, store);
      log.warn('the clock shows the real time again: the store holds more than the example');
    }),
  );
}

async function keepRealTime(clock: RunningClock, { timeline, occupancy }: PracticeStore): Promise<void> {
  clock.setAhead(0);
  await timeline.setClockOffset(0);
  await occupancy.share();
}
