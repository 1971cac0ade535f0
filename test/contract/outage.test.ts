/** Runs the outage contract over the schedulers whose queue is on a server: behind a relay that is cut off, and killed. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { createBullScheduler } from '../../adapters/bullmq/scheduler.ts';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { startOwn } from '../integration/servers/own.ts';
import { createCluster } from '../integration/servers/postgres.ts';
import { createRedis } from '../integration/servers/redis.ts';
import type { Missing, OwnServer } from '../integration/servers/server.ts';
import { freshServerStore } from '../support/database/stores.ts';
import { eachRedis } from '../support/database.ts';
import { outageProxy } from '../support/outageProxy.ts';
import { absenceContract, type Outage, outageContract, silenceContract } from './outage.ts';

/** Short, so that a test can wait for it. */
const PATIENCE_MS = 1_500;

function onRedis(redisUrl: string): Pick<Outage, 'create' | 'release'> {
  const connection = { redisUrl, answerMs: PATIENCE_MS };
  const queueName = `test-${randomUUID()}`;
  return { create: (parts) => createBullScheduler({ ...parts, connection, queueName }), release: async () => {} };
}

async function onPostgres(url: string): Promise<Pick<Outage, 'create' | 'release'>> {
  const database = await openDatabase({ url, dataDir: null, patienceMs: PATIENCE_MS });
  return {
    create: (parts) => createBullScheduler({ ...parts, connection: { pool: database.poolFor('bullmq') } }),
    release: () => database.close(),
  };
}

/** A server that is killed, and there again for the next test. */
function killedContract(
  create: (folder: string) => Promise<OwnServer | Missing>,
  on: (url: string) => Promise<Pick<Outage, 'create' | 'release'>>,
): void {
  let server: Awaited<ReturnType<typeof startOwn>>;
  let away = false;
  beforeAll(async () => {
    server = await startOwn(create);
  });
  afterAll(() => server?.remove());
  const goAway = async () => {
    await server.stop('SIGKILL');
    away = true;
  };
  const comeBack = async () => {
    if (away) await server.start();
    away = false;
  };
  outageContract(async () => {
    const { create: scheduler, release } = await on(server.url);
    return { goAway, comeBack, create: scheduler, release: () => release().then(comeBack) };
  });
}

eachRedis('an outage', (redisUrl) => {
  const relayed = async () => {
    const proxy = await outageProxy(redisUrl, 6379);
    return { ...onRedis(proxy.url), ...proxy, release: () => proxy.close() };
  };
  outageContract(relayed);
  silenceContract(relayed);
  absenceContract(relayed);
});

eachRedis('a crash', () => killedContract(createRedis, async (url) => onRedis(url)));

const databaseUrl = process.env.TEST_DATABASE_URL;
if (databaseUrl) {
  describe('an outage, PostgreSQL', () => {
    const relayed = async () => {
      const store = await freshServerStore(databaseUrl);
      const proxy = await outageProxy(store.url, 5432);
      const { create, release } = await onPostgres(proxy.url);
      return {
        ...proxy,
        create,
        async release() {
          await release();
          await proxy.close();
          await store.remove();
        },
      };
    };
    outageContract(relayed);
    silenceContract(relayed);
  });

  describe('a crash, PostgreSQL', () => killedContract(createCluster, onPostgres));
} else test.skip('an outage, PostgreSQL: TEST_DATABASE_URL is not set', () => {});
