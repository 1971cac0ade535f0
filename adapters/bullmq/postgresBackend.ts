/** BullMQ on the product's own database, embedded or server. */
import { createPostgresBackend, isPgPool, runMigrations, withBackend } from 'bullmq';
import type { Backend } from './backend.ts';

/** A `pg` pool. Said in few words, because the types of `pg` and BullMQ's picture of them do not quite meet. */
export interface PostgresPool {
  connect(): Promise<unknown>;
  end(): Promise<void>;
}

/** The pool stays its owner's; BullMQ's tables are made here, before anything uses them. */
export async function openPostgresBackend(pool: PostgresPool): Promise<Backend> {
  if (!isPgPool(pool)) throw new TypeError('the scheduler needs a pool of pg');
  const client = await pool.connect();
  try {
    await runMigrations(client, 'bullmq');
  } finally {
    client.release();
  }
  const { Queue, Worker } = withBackend(lookingBackend);
  return {
    createQueue: (name, options) => new Queue(name, { ...options, connection: pool }),
    createWorker: (name, work, options) => new Worker(name, work, { ...options, connection: pool }),
    async stopReconnecting() {},
    close() {},
  };
}

/** In seconds. */
const LOOK_EVERY_S = 30;

/**
 * BullMQ's worker would sleep until it is notified, for an hour at most. It can miss the one notification of a job, when
 * connections are lost one after the other, and there is no other: asking again finds the job there already.
 */
function lookingBackend(...parts: Parameters<typeof createPostgresBackend>): ReturnType<typeof createPostgresBackend> {
  const backend = createPostgresBackend(...parts);
  Object.defineProperty(backend, 'maximumBlockTimeout', { value: LOOK_EVERY_S });
  return backend;
}
