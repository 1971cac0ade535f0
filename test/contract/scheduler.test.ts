/** Runs the scheduler contract over every place BullMQ can keep its jobs in. */
import { randomUUID } from 'node:crypto';
import { beforeEach } from '@jest/globals';
import { createBullScheduler } from '../../adapters/bullmq/scheduler.ts';
import { eachRedis, eachStore } from '../support/database.ts';
import { schedulerContract } from './scheduler.ts';

/** Each test has a queue of its own, so that no job of another one wakes it. */
function ownQueue(): { readonly name: string } {
  const queue = { name: '' };
  beforeEach(() => {
    queue.name = `test-${randomUUID()}`;
  });
  return queue;
}

eachStore('the scheduler', (store) => {
  const queue = ownQueue();
  schedulerContract((parts) =>
    createBullScheduler({ ...parts, connection: { pool: store.database.poolFor('bullmq') }, queueName: queue.name }),
  );
});

eachRedis('the scheduler', (redisUrl) => {
  const queue = ownQueue();
  schedulerContract((parts) => createBullScheduler({ ...parts, connection: { redisUrl }, queueName: queue.name }));
});
