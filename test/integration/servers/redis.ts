/** Throw-away Redis (or Valkey) servers with the settings of docker-compose.yml: append-only, and nothing is ever evicted. */
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findProgram, freePort, type Running, run } from './program.ts';
import { type Missing, nothingToStop, type OwnServer, type Server } from './server.ts';

async function versionAt(url: string): Promise<string> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined); // The rejected connect() below tells the same.
  try {
    await client.connect();
    return /redis_version:(\S+)/.exec(await client.info('server'))?.[1] ?? '';
  } finally {
    client.disconnect();
  }
}

/** Makes and starts one in `folder`, which is empty and its own. */
export async function createRedis(folder: string): Promise<OwnServer | Missing> {
  const program = findProgram(['redis-server', 'valkey-server']);
  if (!program) return { missing: 'redis-server is not installed (Debian: redis-server)' };

  const port = await freePort();
  const url = `redis://127.0.0.1:${port}/0`;
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const safety = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'];
  let server: Running | undefined;
  async function start(): Promise<void> {
    server = run(program ?? '', [...place, ...safety], join(folder, 'log'));
    await server
      .ready(() => versionAt(url))
      .catch(async (error: unknown) => {
        await server?.stop();
        throw error;
      });
  }
  await start();
  return {
    url,
    version: await versionAt(url),
    start,
    signal: (signal) => server?.signal(signal),
    stop: async (signal) => server?.stop(signal),
  };
}

export async function startRedis(folder: string): Promise<Server | Missing> {
  const given = process.env.TEST_REDIS_URL;
  if (given) return { env: {}, about: `found, ${await versionAt(given)}`, stop: nothingToStop };
  const redis = await createRedis(folder);
  if ('missing' in redis) return redis;
  return { env: { TEST_REDIS_URL: redis.url }, about: redis.version, stop: () => redis.stop('SIGTERM') };
}
