/** What every scheduler must do alike, wherever its jobs are kept. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Scheduler } from '../../src/ports/scheduler.ts';

export interface SchedulerParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly reconcileEveryMs: number;
}

const hour = 3_600_000;

/** @param create a scheduler over the same jobs each time within one test, over none at the beginning of each */
export function schedulerContract(create: (parts: SchedulerParts) => Scheduler): void {
  const systemClock: Clock = { now: () => new Date() };
  let errors: unknown[];
  let wakes: number[];
  let open: Scheduler[];
  const log: Log = { info() {}, warn() {}, error: (_event, error) => void errors.push(error) };
  const wake = async () => void wakes.push(Date.now());

  async function started(onWake: () => Promise<void> = wake, parts: Partial<SchedulerParts> = {}): Promise<Scheduler> {
    const scheduler = create({ clock: systemClock, log, reconcileEveryMs: hour, ...parts });
    open.push(scheduler);
    await scheduler.start(onWake);
    return scheduler;
  }

  /** Waits until the wake-ups of the start are over. */
  async function quiet(): Promise<void> {
    let seen = -1;
    while (wakes.length === 0 || seen !== wakes.length) {
      seen = wakes.length;
      await wait(120);
    }
    wakes.length = 0;
  }

  async function until(condition: () => boolean, patienceMs = 8000): Promise<void> {
    const end = Date.now() + patienceMs;
    while (!condition() && Date.now() < end) await wait(10);
    expect(condition()).toBe(true);
  }

  beforeEach(() => {
    errors = [];
    wakes = [];
    open = [];
  });

  afterEach(async () => {
    for (const scheduler of open) await scheduler.close();
  });

  test('wakes soon after the start', async () => {
    await started();

    await until(() => wakes.length > 0, 2000);
  });

  test('wakes at the instant asked for, not before', async () => {
    const scheduler = await started();
    await quiet();
    const at = new Date(Date.now() + 1300);

    await scheduler.wakeAt(at);
    await until(() => wakes.length > 0);

    expect(wakes[0]).toBeGreaterThanOrEqual(at.getTime());
    expect(wakes[0]).toBeLessThan(at.getTime() + 3000);
  });

  test('measures the wait by the clock it was given', async () => {
    const nextYear = { now: () => new Date(Date.now() + 365 * 24 * hour) };
    const scheduler = await started(wake, { clock: nextYear });
    await quiet();
    const asked = Date.now();

    await scheduler.wakeAt(new Date(nextYear.now().getTime() + 1200));
    await until(() => wakes.length > 0);

    expect(wakes[0]).toBeGreaterThanOrEqual(asked + 1200);
  });

  test('asked for the same second many times, wakes once', async () => {
    const scheduler = await started();
    await quiet();
    const second = Math.ceil(Date.now() / 1000) * 1000 + 1000;

    await Promise.all(Array.from({ length: 20 }, (_, i) => scheduler.wakeAt(new Date(second - i))));
    await until(() => wakes.length > 0);
    await wait(1200);

    expect(wakes).toHaveLength(1);
  });

  test('asked again after the clock has moved, follows the clock', async () => {
    let ahead = 0;
    const clock = { now: () => new Date(Date.now() + ahead) };
    const scheduler = await started(wake, { clock });
    await quiet();
    const at = new Date(Date.now() + 2 * hour);
    await scheduler.wakeAt(at);

    ahead = 2 * hour - 1500;
    await scheduler.wakeAt(at);

    await until(() => wakes.length > 0);
  });

  test('an instant in the past wakes at once', async () => {
    const scheduler = await started();
    await quiet();

    await scheduler.wakeAt(new Date(Date.now() - hour));

    await until(() => wakes.length > 0, 2000);
  });

  test('an instant years ahead does not wake now', async () => {
    const scheduler = await started();
    await quiet();

    await scheduler.wakeAt(new Date(Date.now() + 20 * 365 * 24 * hour));
    await wait(700);

    expect(wakes).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('wakes regularly without being asked', async () => {
    await started(wake, { reconcileEveryMs: 500 });

    await until(() => wakes.length >= 4);
  });

  test('an instant asked for before a restart is kept', async () => {
    const before = await started();
    await quiet();
    const at = new Date(Date.now() + 2500);
    await before.wakeAt(at);
    await before.close();

    await started();
    await quiet();
    await until(() => wakes.length > 0);

    expect(wakes[0]).toBeGreaterThanOrEqual(at.getTime());
  });

  test('a wake-up that fails is logged and tried again', async () => {
    const failure = new Error('the store did not answer');
    let failing = false;
    const scheduler = await started(async () => {
      await wake();
      if (failing) {
        failing = false;
        throw failure;
      }
    });
    await quiet();
    failing = true;

    await scheduler.wakeAt(new Date(0));
    await until(() => wakes.length >= 2);

    expect(errors).toEqual([failure]);
  });

  test('a first wake-up that fails is tried again', async () => {
    await started(async () => {
      await wake();
      if (wakes.length === 1) throw new Error('not yet');
    });

    await until(() => wakes.length >= 2);
  });

  test('wake-ups never overlap', async () => {
    let inside = 0;
    let most = 0;
    const scheduler = await started(async () => {
      inside += 1;
      most = Math.max(most, inside);
      await wait(60);
      inside -= 1;
      await wake();
    });
    const now = Date.now();

    await Promise.all([0, 1000, 1000, 2000].map((ms) => scheduler.wakeAt(new Date(now + ms))));
    await scheduler.wakeAt(new Date(0));
    await until(() => wakes.length >= 4);

    expect(most).toBe(1);
  });

  test('asked for during a wake-up, wakes again after it', async () => {
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    let slow = false;
    const scheduler = await started(async () => {
      await wake();
      if (slow) await finished;
    });
    await quiet();
    slow = true;
    const at = new Date(Date.now() + 600);
    await scheduler.wakeAt(at);
    await until(() => wakes.length === 1);

    await scheduler.wakeAt(at);
    await scheduler.wakeAt(new Date(0));
    slow = false;
    finish();
    await until(() => wakes.length >= 2);

    expect(errors).toEqual([]);
  });

  test('the same instant past, asked for while it is being worked on, wakes again', async () => {
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    let slow = false;
    const scheduler = await started(async () => {
      await wake();
      if (slow) await finished;
    });
    await quiet();
    slow = true;
    await scheduler.wakeAt(new Date(0));
    await until(() => wakes.length === 1);

    for (let i = 0; i < 5; i++) await scheduler.wakeAt(new Date(0));
    slow = false;
    finish();
    await until(() => wakes.length === 2);
    await wait(300);

    expect(wakes).toHaveLength(2);
  });

  test('closing waits for the wake-up under way, and after it nothing wakes', async () => {
    let finished = false;
    const scheduler = await started(async () => {
      await wake();
      await wait(400);
      finished = true;
    });
    await until(() => wakes.length > 0);

    await Promise.all([scheduler.close(), scheduler.close()]);
    const after = wakes.length;
    await scheduler.wakeAt(new Date(0));
    await wait(500);

    expect(finished).toBe(true);
    expect(wakes).toHaveLength(after);
  });

  test('one that was never started closes and ignores what is asked of it', async () => {
    const scheduler = create({ clock: systemClock, log, reconcileEveryMs: hour });

    await scheduler.wakeAt(new Date(0));
    await scheduler.close();
  });
}
