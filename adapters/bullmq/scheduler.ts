/** The scheduler on BullMQ. Its jobs only wake: losing all of them costs punctuality, never a fact. */
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

interface Running {
  readonly backend: Backend;
  readonly queue: WakeQueue;
  readonly worker: WakeWorker;
  readonly wakes: OneAtATime;
  readonly guard: NodeJS.Timeout;
}

function openBackend({ connection, log }: BullSchedulerOptions): Promise<Backend> {
  return 'pool' in connection
    ? openPostgresBackend(connection.pool)
    : openRedisBackend(connection.redisUrl, log, connection.answerMs);
}

/** `start` throws the Refusal `queue.unreachable` with `place` when there is no Redis where one should be. */
export function createBullScheduler(options: BullSchedulerOptions): Scheduler {
  const { clock, log, reconcileEveryMs = 300_000, queueName = 'mitwirk' } = options;
  const outage = watchOutage(log);
  let running: Promise<Running> | undefined;
  let closing: Promise<void> | undefined;

  async function ask(queue: WakeQueue, at: Date): Promise<void> {
    try {
      await queue.add('wake', {}, wakeJob(at, clock.now()));
    } catch (error) {
      // The fact is in the database and the regular wake-up will find it; whoever asked has nothing to put right.
      outage.failed(error, { at: at.toISOString() });
    }
  }

  async function register(queue: WakeQueue): Promise<void> {
    try {
      const known = await queue.getJobScheduler('regular');
      if (known?.every === reconcileEveryMs) return;
      await queue.upsertJobScheduler('regular', { every: reconcileEveryMs }, { name: 'regular', opts: tidy });
    } catch (error) {
      outage.failed(error);
    }
  }

  /** Wakes by itself when the queue did not, and puts the regular job back should the queue have been emptied. */
  function guardian(queue: WakeQueue, wakes: OneAtATime): NodeJS.Timeout {
    return setInterval(() => {
      if (!wakes.hasRun()) wakes.run().catch(() => {});
      void register(queue);
    }, reconcileEveryMs);
  }

  async function open(onWake: () => Promise<void>): Promise<Running> {
    const backend = await openBackend(options);
    const wakes = oneAtATime(onWake, log);
    const queue = backend.createQueue(queueName, { streams });
    const worker = backend.createWorker(queueName, () => wakes.run(), {
      concurrency: 1,
      runRetryDelay: 2000,
      settings: { backoffStrategy: retryDelay },
    });
    queue.on('error', (error) => outage.failed(error));
    worker.on('error', (error) => outage.failed(error));
    worker.on('completed', () => outage.over());
    await register(queue);
    wakes.run().catch(() => ask(queue, clock.now()));
    return { backend, queue, worker, wakes, guard: guardian(queue, wakes) };
  }

  async function close(): Promise<void> {
    const parts = await running?.catch(() => undefined);
    if (!parts) return;
    clearInterval(parts.guard);
    await parts.backend.stopReconnecting();
    await parts.worker.close();
    await parts.wakes.idle();
    await parts.queue.close();
    parts.backend.close();
  }

  return {
    async start(onWake) {
      running ??= open(onWake);
      await running;
    },
    async wakeAt(at) {
      // Before the start nothing needs asking: the first wake-up finds it.
      if (!running || closing) return;
      const { queue } = await running;
      await ask(queue, at);
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}
