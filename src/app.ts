/** The application: what adapters, the shell and tests call. It knows no platform. */
import { watchClock } from './app/clockWatch.ts';
import { commandInfos } from './app/completion.ts';
import { deliverBatch } from './app/deliver.ts';
import { doDueWork } from './app/dueWork.ts';
import { answerFault } from './app/fault.ts';
import { homeFor, localeOf } from './app/home.ts';
import { nameable } from './app/nameable.ts';
import { changeReach, depart, moveRoom, rename, seeSpaces } from './app/presence.ts';
import { serially } from './app/serially.ts';
import type { SituationSettings } from './app/situation.ts';
import { createHandler } from './app/together.ts';
import { TIDY_EVERY_MS } from './domain/process/retention.ts';
import type { ClockDoubt } from './domain/time/clockDoubt.ts';
import type { Bot } from './ports/bot.ts';
import type { Chat } from './ports/chat.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Scheduler } from './ports/scheduler.ts';
import type { Store } from './ports/store.ts';

export interface AppPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Log;
}

export type AppSettings = SituationSettings;

export interface App extends Bot {
  /** Starts waking up for what is due. */
  start(): Promise<void>;
  /** Looks at the clock, and tells why due work waits; null: it does not. */
  clockDoubt(): Promise<ClockDoubt | null>;
  /** Finishes what is under way; what was accepted is done or durable afterwards. */
  close(): Promise<void>;
}

/** However much there is to deliver, and however slowly a platform takes it, due work is not kept waiting for longer. */
const DUE_AGAIN_MS = 10_000;

/** When due work was done, and in how long to look at what had to be left. */
interface Done {
  readonly at: Date;
  readonly againMs: number | null;
}

/** What was left although it is due is not asked for at once. */
function nextAfter({ at, againMs }: Done, earliest: Date | null): Date | null {
  if (againMs === null) return earliest;
  const again = new Date(at.getTime() + againMs);
  return earliest && earliest > at && earliest < again ? earliest : again;
}

export function createApp(ports: AppPorts, chats: readonly Chat[], settings: AppSettings): App {
  const { store, clock, scheduler, log } = ports;
  const watch = watchClock(ports);
  const handleEvent = createHandler(store, settings);
  const underWay = new Set<Promise<unknown>>();
  /** The wake-up asked for last; asking again for the same one would cost a write for every command. */
  let asked = 0;
  let closing = false;
  const work = serially(async () => {
    let due = await doDue();
    // The time is asked for each batch anew: a lease runs from when it was taken.
    while (!closing && (await deliverBatch({ store, chats, log }, clock.now())) > 0) {
      if (clock.now().getTime() - due.at.getTime() >= DUE_AGAIN_MS) due = await doDue();
    }
    const next = nextAfter(due, await nextWork());
    if (next && next.getTime() !== asked) {
      asked = next.getTime();
      await scheduler.wakeAt(next);
    }
  });

  async function doDue(): Promise<Done> {
    const { now, gate } = await watch.look();
    return { at: now, againMs: await doDueWork(store, now, log, gate) };
  }

  /** What waits for the clock is not asked for: somebody looks at the clock with every wake-up. */
  async function nextWork(): Promise<Date | null> {
    const waits = watch.doubt() !== null;
    const times = await store.transaction(async (tx) => [waits ? null : await tx.due.next(), await tx.outbox.next()]);
    return times.filter((time) => time !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  }

  let tidiedAt = 0;
  async function tidyDaily(): Promise<void> {
    const now = clock.now();
    if (watch.doubt() || now.getTime() - tidiedAt < TIDY_EVERY_MS) return;
    await store.tidy(now);
    tidiedAt = now.getTime();
  }

  function inBackground(name: string, promise: Promise<unknown>): void {
    const task = promise.catch((error: unknown) => log.error(name, error)).finally(() => underWay.delete(task));
    underWay.add(task);
  }

  async function settle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  /** What was written because of it is sent soon after. */
  async function telling(change: Promise<void>): Promise<void> {
    await change;
    inBackground('work after a change failed', work());
  }

  return {
    async handle(inbound) {
      const answered = handleEvent(inbound, clock.now()).catch((error: unknown) =>
        answerFault(error, log, settings.locale),
      );
      underWay.add(answered);
      try {
        return await answered;
      } finally {
        underWay.delete(answered);
        inBackground('work after a command failed', work());
      }
    },
    introduce: (platform, { name, ...identity }) =>
      store.transaction(async (tx) => {
        await tx.people.ensure({ platform, ...identity }, name);
      }),
    rename: (platform, sender) => rename(store, platform, sender),
    depart: (platform, person) => telling(depart(store, platform, person, clock.now())),
    reach: (platform, room, reach) => telling(changeReach(store, platform, room, reach, clock.now())),
    seeSpaces: (platform, spaces) => seeSpaces(store, platform, spaces),
    moveRoom: (platform, from, to) => telling(moveRoom(store, platform, from, to, clock.now())),
    nameable: (place) => nameable(store, place),
    localeOf: (platform, person) => localeOf(store, platform, person, settings),
    home: (platform, person) => homeFor(store, platform, person, clock.now(), settings),
    catchUp: work,
    nextWork,
    settle,
    async clockDoubt() {
      await watch.look();
      return watch.doubt();
    },
    commands: commandInfos,
    start: () =>
      scheduler.start(async () => {
        asked = 0;
        await work();
        await tidyDaily();
      }),
    async close() {
      closing = true;
      await scheduler.close();
      await settle().catch(() => undefined);
    },
  };
}
