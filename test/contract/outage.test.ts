/** Runs the outage contract over the schedulers whose queue is on a server. */
import { randomUUID } from 'node:crypto';
import { describe, test } from '@jest/globals';
import { createBullScheduler } from '../../adapters/bullmq/scheduler.ts';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { freshServerStore } from '../support/database/stores.ts';
import { eachRedis } from '../support/database.ts';
import { outageProxy } from '../support/outageProxy.ts';
import { outageContract } from './outage.ts';

eachRedis('an outage', (redisUrl) => {
  outageContract(async () => {
    const proxy = await outageProxy(redisUrl, 6379);
    const queueName = `test-${randomUUID()}`;
    return {
      proxy,
      create: (parts) => createBullScheduler({ ...parts, connection: { redisUrl: proxy.url }, queueName }),
      release: async () => {},
    };
  });
});

const databaseUrl = process.env.TEST_DATABASE_URL;
if (databaseUrl) {
  describe('an outage, PostgreSQL', () => {
    outageContract(async () => {
      const store = await freshServerStore(databaseUrl);
      const proxy = await outageProxy(store.url, 5432);
      const database = await openDatabase({ url: proxy.url, dataDir: null });
      return {
        proxy,
        create: (parts) => createBullScheduler({ ...parts, connection: { pool: database.poolFor('bullmq') } }),
        release: async () => {
          await database.close();
          await store.remove();
        },
      };
    });
  });
} else test.skip('an outage, PostgreSQL: TEST_DATABASE_URL is not set', () => {});
