/** What a scheduler on a server must do while that server is away. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Log } from '../../src/ports/log.ts';
import type { Scheduler } from '../../src/ports/scheduler.ts';
import type { SchedulerParts } from './scheduler.ts';

/** A scheduler on a server that can go away. */
export interface Outage {
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  readonly create: (parts: SchedulerParts) => Scheduler;
  /** Closes what does not belong to the scheduler. */
  readonly release: () => Promise<void>;
}

const reconcileEveryMs = 1000;

/** Prepares before each test; what is given is there from then on. */
function underWay<O extends Outage>(prepare: () => Promise<O>, begins: 'there' | 'away' = 'there') {
  let outage: O;
  let scheduler: Scheduler;
  let wakes: number;
  let logged: string[];

  async function until(condition: () => boolean): Promise<void> {
    const end = Date.now() + 15_000;
    while (!condition() && Date.now() < end) await wait(20);
    expect(condition()).toBe(true);
  }

  beforeEach(async () => {
    wakes = 0;
    logged = [];
    const log: Log = {
      info: (event) => void logged.push(event),
      warn() {},
      error: (event) => void logged.push(event),
    };
    outage = await prepare();
    if (begins === 'away') await outage.goAway();
    scheduler = outage.create({ clock: { now: () => new Date() }, log, reconcileEveryMs });
    await scheduler.start(async () => {
      wakes += 1;
    });
    await until(() => wakes > 1);
    expect(scheduler.away).toBe(begins === 'away');
  }, 30_000);

  afterEach(async () => {
    await scheduler.close();
    await outage.release();
  });

  return {
    outage: () => outage,
    close: () => scheduler.close(),
    /** The server is away: asking does no harm, and waking goes on. */
    async wakesByItself(): Promise<void> {
      wakes = 0;
      await scheduler.wakeAt(new Date());
      await until(() => wakes > 1);
      expect(logged).toContain('queue.away');
      expect(scheduler.away).toBe(true);
    },
    async wakesWhenAskedAgain(): Promise<void> {
      await outage.comeBack();
      await until(() => logged.includes('queue.back'));
      const before = wakes;
      await scheduler.wakeAt(new Date(0));
      await until(() => wakes > before);
      expect(logged.filter((event) => event === 'queue.away').length).toBeLessThan(5);
      await until(() => !scheduler.away);
    },
    saidOnce: () => expect(logged).toEqual(['queue.away', 'queue.back']),
  };
}

/** A server that is not there yet when the bot starts. */
export function absenceContract(prepare: () => Promise<Outage>): void {
  const { close, wakesByItself, wakesWhenAskedAgain, saidOnce } = underWay(prepare, 'away');

  test('starts without it, wakes by looking, and wakes when asked once it is there', async () => {
    await wakesByItself();

    await wakesWhenAskedAgain();
    saidOnce();
  }, 60_000);

  test('closes while it is still waited for', async () => {
    await close();
  }, 10_000);
}

export function outageContract(prepare: () => Promise<Outage>): void {
  const { outage, close, wakesByItself, wakesWhenAskedAgain } = underWay(prepare);

  test('goes on waking by itself, asking does no harm, and back again it wakes when asked', async () => {
    await outage().goAway();
    await wakesByItself();

    await wakesWhenAskedAgain();
  }, 60_000);

  test('closes while it lasts', async () => {
    await outage().goAway();
    await wait(500);

    const began = Date.now();
    await close();

    expect(Date.now() - began).toBeLessThan(10_000);
  }, 60_000);
}

/** A network that says nothing at all, not even that a connection has ended. */
export function silenceContract(prepare: () => Promise<Outage & { goSilent(): Promise<void> }>): void {
  const { outage, wakesByItself, wakesWhenAskedAgain } = underWay(prepare);

  test('is not held up by a silence', async () => {
    await outage().goSilent();
    await wakesByItself();

    await wakesWhenAskedAgain();
  }, 60_000);
}
