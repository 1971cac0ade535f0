/** The scheduler on BullMQ. Its jobs only wake: losing all of them costs punctuality, never a fact. */
import { Refusal } from '../../src/domain/failure.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Scheduler } from '../../src/ports/scheduler.ts';
import type { Backend, WakeQueue, WakeWorker } from './backend.ts';
import { type OneAtATime, oneAtATime } from './oneAtATime.ts';
import { watchOutage } from './outage.ts';
import { openPostgresBackend, type PostgresPool } from './postgresBackend.ts';
import { openRedisBackend } from './redisBackend.ts';
import { retryDelay, tidy, wakeJob } from './wakeJob.ts';

export interface BullSchedulerOptions {
  /**
   * A pool whose search path is the schema `bullmq`, with room for at least three clients; or where Redis is, and how long it
   * may take to answer, in milliseconds.
   */
  readonly connection: { readonly pool: PostgresPool } | { readonly redisUrl: string; readonly answerMs?: number };
  readonly clock: Clock;
  readonly log: Log;
  /** How often to wake even if nobody asked, in milliseconds; five minutes unless said otherwise. */
  readonly reconcileEveryMs?: number;
  /** The queue's name; replicas of one installation share it. Without a colon. */
  readonly queueName?: string;
}

/** BullMQ keeps a stream of events nobody here reads. */
const streams = { events: { maxLen: 100 } };

/** Meanwhile nobody is woken at the instant asked for. In milliseconds. */
const LOOK_EVERY_MS = 30_000;

/** What there is as soon as the queue has been reached. */
interface Reached {
  readonly backend: Backend;
  readonly queue: WakeQueue;
  readonly worker: WakeWorker;
}

function openBackend({ connection, log }: BullSchedulerOptions, stop: AbortSignal): Promise<Backend> {
  if ('pool' in connection) return openPostgresBackend(connection.pool);
  return openRedisBackend(connection.redisUrl, log, { answerMs: connection.answerMs, stop });
}

/** Where there should be a Redis and is none, it starts all the same, and wakes by looking until there is one. */
export function createBullScheduler(options: BullSchedulerOptions): Scheduler {
  const { clock, log, reconcileEveryMs = 300_000, queueName = 'mitwirk' } = options;
  const outage = watchOutage(log, 'what is due is looked for every half minute');
  const stop = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  let reached: Reached | null = null;
  let reaching: Promise<void> = Promise.resolve();
  let starting: Promise<OneAtATime> | undefined;
  let closing: Promise<void> | undefined;

  async function ask(queue: WakeQueue, at: Date): Promise<void> {
    try {
      await queue.add('wake', {}, wakeJob(at, clock.now()));
    } catch (error) {
      // The fact is in the database and the next look will find it; whoever asked has nothing to put right.
      outage.failed(error, { at: at.toISOString() });
    }
  }

  async function register({ queue }: Reached): Promise<void> {
    try {
      const known = await queue.getJobScheduler('regular');
      if (known?.every !== reconcileEveryMs)
        await queue.upsertJobScheduler('regular', { every: reconcileEveryMs }, { name: 'regular', opts: tidy });
      outage.over();
    } catch (error) {
      outage.failed(error);
    }
  }

  async function reach(wakes: OneAtATime): Promise<void> {
    const backend = await openBackend(options, stop.signal);
    const queue = backend.createQueue(queueName, { streams });
    const worker = backend.createWorker(queueName, () => wakes.run(), {
      concurrency: 1,
      runRetryDelay: 2000,
      settings: { backoffStrategy: retryDelay },
    });
    queue.on('error', (error) => outage.failed(error));
    worker.on('error', (error) => outage.failed(error));
    worker.on('completed', () => outage.over());
    reached = { backend, queue, worker };
    await register(reached);
    wakes.run().catch(() => ask(queue, clock.now()));
  }

  /** Each attempt takes its time by itself. */
  async function reachLater(wakes: OneAtATime): Promise<void> {
    while (!reached && !stop.signal.aborted) await reach(wakes).catch((error) => outage.failed(error));
  }

  /** Asked first, a queue that is back is told what to wake for by the run that follows. */
  async function look(wakes: OneAtATime): Promise<void> {
    if (reached) await register(reached);
    await wakes.run().catch(() => {});
  }

  async function open(onWake: () => Promise<void>): Promise<OneAtATime> {
    const wakes = oneAtATime(onWake, log);
    try {
      await reach(wakes);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outage.failed(error);
      void look(wakes);
      reaching = reachLater(wakes);
    }
    timers.push(
      setInterval(() => void (outage.lasts && look(wakes)), Math.min(LOOK_EVERY_MS, reconcileEveryMs)),
      // Wakes by itself when the queue did not, and puts the regular job back should the queue have been emptied.
      setInterval(() => {
        if (!wakes.hasRun()) wakes.run().catch(() => {});
        if (reached) void register(reached);
      }, reconcileEveryMs),
    );
    return wakes;
  }

  async function close(): Promise<void> {
    stop.abort();
    const wakes = await starting?.catch(() => undefined);
    for (const timer of timers) clearInterval(timer);
    await reaching;
    await reached?.backend.stopReconnecting();
    await reached?.worker.close();
    await wakes?.idle();
    await reached?.queue.close();
    reached?.backend.close();
  }

  return {
    async start(onWake) {
      starting ??= open(onWake);
      await starting;
    },
    async wakeAt(at) {
      // Before the queue is reached nothing needs asking: the wake-up that follows finds it.
      if (reached && !closing) await ask(reached.queue, at);
    },
    get away() {
      return outage.lasts;
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}
