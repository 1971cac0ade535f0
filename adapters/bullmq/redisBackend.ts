/** BullMQ on Redis or Valkey, for many replicas. */
import { setTimeout as wait } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { failure, Refusal } from '../../src/domain/failure.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Backend } from './backend.ts';

/** How long one attempt to find Redis takes, in milliseconds. */
const patienceMs = 10_000;
/** The longest pause between two attempts to reach Redis again, in milliseconds. */
const longestRetryMs = 2000;

/** The connection that works is left unanswered for ten seconds at a time while it waits for jobs: so much more is silence. */
const waitingMs = 10_000;

/** Host and database of a URL, never its user or password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return '?';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/**
 * The connection that asks fails at once while Redis is away, so that nobody waits for it; the one that works waits for it.
 * Duplicates that BullMQ makes of a connection ask the same `mayRetry`. One that was not answered for `silenceMs` is lost.
 */
function connect(url: string, use: 'asking' | 'working', silenceMs: number, mayRetry: () => boolean): Redis {
  const redis = new Redis(url, {
    socketTimeout: silenceMs,
    enableOfflineQueue: use === 'working',
    maxRetriesPerRequest: use === 'working' ? null : 0,
    retryStrategy: (times) => (mayRetry() ? Math.min(times * 200, longestRetryMs) : null),
  });
  // BullMQ listens and reports; until it does, an error must not end the process.
  redis.on('error', () => {});
  return redis;
}

function whenReady(redis: Redis, url: string, stop: AbortSignal | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  if (redis.status === 'ready') return Promise.resolve();
  const giveUp = () => reject(new Refusal(failure('queue.unreachable', { place: placeOf(url) })));
  const timer = setTimeout(giveUp, patienceMs);
  stop?.addEventListener('abort', giveUp);
  redis.once('ready', resolve);
  return promise.finally(() => {
    clearTimeout(timer);
    stop?.removeEventListener('abort', giveUp);
  });
}

/** Redis that throws keys away when memory runs short would lose wake-ups; they come late then, with the regular one. */
async function warnOfEviction(redis: Redis, log: Log): Promise<void> {
  const answer = await redis.config('GET', 'maxmemory-policy').catch(() => null);
  const policy = Array.isArray(answer) ? answer[1] : undefined;
  if (typeof policy === 'string' && policy !== 'noeviction') log.warn('redis.evicts', { policy, wanted: 'noeviction' });
}

export interface RedisOptions {
  /** How long Redis may take to answer, in milliseconds. */
  readonly answerMs?: number | undefined;
  /** Gives up waiting for it. */
  readonly stop?: AbortSignal;
}

/** @throws Refusal `queue.unreachable` with `place` */
export async function openRedisBackend(
  url: string,
  log: Log,
  { answerMs = 10_000, stop }: RedisOptions = {},
): Promise<Backend> {
  let closing = false;
  const asking = connect(url, 'asking', answerMs, () => !closing);
  const working = connect(url, 'working', answerMs + waitingMs, () => !closing);
  const close = () => {
    asking.disconnect();
    working.disconnect();
  };
  try {
    await Promise.all([whenReady(asking, url, stop), whenReady(working, url, stop)]);
  } catch (error) {
    close();
    throw error;
  }
  await warnOfEviction(asking, log);
  return {
    createQueue: (name, options) => new Queue(name, { ...options, connection: asking, skipVersionCheck: true }),
    createWorker: (name, work, options) => new Worker(name, work, { ...options, connection: working }),
    async stopReconnecting() {
      closing = true;
      // Disconnected between two attempts, ioredis never says that it has ended, and BullMQ would wait for that.
      if (asking.status !== 'ready' || working.status !== 'ready') await wait(2 * longestRetryMs);
    },
    close,
  };
}
