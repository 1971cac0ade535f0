/** A throw-away Redis (or Valkey) with the settings of docker-compose.yml: append-only, and nothing is ever evicted. */
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findProgram, freePort, run } from './program.ts';
import { type Missing, nothingToStop, type Server } from './server.ts';

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

export async function startRedis(folder: string): Promise<Server | Missing> {
  const given = process.env.TEST_REDIS_URL;
  if (given) return { env: {}, about: `found, ${await versionAt(given)}`, stop: nothingToStop };
  const program = findProgram(['redis-server', 'valkey-server']);
  if (!program) return { missing: 'redis-server is not installed (Debian: redis-server)' };

  const port = await freePort();
  const url = `redis://127.0.0.1:${port}/0`;
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const safety = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'];
  const server = run(program, [...place, ...safety], join(folder, 'log'));
  try {
    await server.ready(() => versionAt(url));
    return { env: { TEST_REDIS_URL: url }, about: await versionAt(url), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
