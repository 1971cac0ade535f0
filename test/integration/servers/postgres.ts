/** Throw-away PostgreSQL clusters. They do not sync, since nothing of them outlives the run. */
import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { accountOf, findProgram, freePort, type Running, run } from './program.ts';
import { type Missing, nothingToStop, type OwnServer, type Server } from './server.ts';

const oldestMajor = 13;

async function versionAt(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? '';
  } finally {
    await client.end();
  }
}

/**
 * Makes and starts one in `folder`, which is empty and its own; the URL is a superuser's for the maintenance database.
 * SIGQUIT is the immediate shutdown, SIGINT the one that does not wait for clients, SIGTERM the one that does.
 */
export async function createCluster(folder: string): Promise<OwnServer | Missing> {
  const initdb = findProgram(['initdb'], ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin']);
  if (!initdb) return { missing: 'initdb is not installed (Debian: postgresql)' };
  // PostgreSQL refuses to run as root.
  const account = process.getuid?.() === 0 ? accountOf('postgres') : undefined;
  if (process.getuid?.() === 0 && !account) return { missing: 'running as root, and there is no account "postgres"' };
  if (account) chownSync(folder, account.uid, account.gid);

  const data = join(folder, 'cluster');
  const settings = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(initdb, [...settings, `--pgdata=${data}`], { stdio: 'pipe', cwd: folder, ...account });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const options = ['-h', '127.0.0.1', '-p', String(port), '-k', folder, '-F', '-c', 'max_connections=200'];
  let server: Running | undefined;

  async function startOnce(): Promise<void> {
    server = run(join(dirname(initdb ?? ''), 'postgres'), ['-D', data, ...options], join(folder, 'log'), account);
    await server.ready(() => versionAt(url));
  }

  async function start(): Promise<void> {
    // The processes of a server that was killed hold its shared memory until they notice.
    for (const until = performance.now() + 10_000; ; await sleep(100)) {
      try {
        return await startOnce();
      } catch (error) {
        await server?.stop('SIGINT');
        if (performance.now() > until) throw error;
      }
    }
  }

  await start();
  const version = await versionAt(url);
  if (Number.parseInt(version, 10) < oldestMajor) {
    await server?.stop('SIGINT');
    throw new Error(`version ${version} is older than ${oldestMajor}`);
  }
  return {
    url,
    version,
    start,
    signal: (signal) => server?.signal(signal),
    stop: async (signal) => server?.stop(signal),
  };
}

/** A superuser's address of the maintenance database; each suite makes a database of its own there. */
export async function startPostgres(folder: string): Promise<Server | Missing> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { env: {}, about: `found, ${await versionAt(given)}`, stop: nothingToStop };
  const cluster = await createCluster(folder);
  if ('missing' in cluster) return cluster;
  return { env: { TEST_DATABASE_URL: cluster.url }, about: cluster.version, stop: () => cluster.stop('SIGINT') };
}
