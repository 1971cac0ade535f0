/** The story plays alike on every shape of docs/operations.md, and the server form starts, answers and ends in order. */
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { testNeeding } from '../support/needs.ts';
import { freePort } from './servers/program.ts';

const story = 'test/dialog/story.mitwirk';
const maintenanceUrl = process.env.TEST_DATABASE_URL ?? '';
const redisUrl = process.env.TEST_REDIS_URL ?? '';
const testWithPostgres = testNeeding(maintenanceUrl !== '', 'TEST_DATABASE_URL is not set');
const testWithBoth = testNeeding(
  maintenanceUrl !== '' && redisUrl !== '',
  'TEST_DATABASE_URL and TEST_REDIS_URL are not set',
);

const folder = mkdtempSync(join(tmpdir(), 'mitwirk-topology-'));
const databases: string[] = [];
let embedded: string;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function ownDatabase(): Promise<string> {
  const name = `topology_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  databases.push(name);
  return maintenanceUrl.replace(/\/[^/]*$/, `/${name}`);
}

function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, MITWIRK_DATA: join(folder, randomUUID()), ...settings };
}

/** Hashes cover random identities, so they differ from run to run; nothing else may. */
function withoutHashes(transcript: string): string {
  return transcript.replaceAll(/\b(?=[0-9a-f]*\d)[0-9a-f]{8,64}\b/g, '(hash)');
}

async function played(settings: Readonly<Record<string, string>>): Promise<string> {
  const args = ['run', '--silent', 'shell', '--', '--script', story];
  const { stdout } = await promisify(execFile)('npm', args, { env: environment(settings), maxBuffer: 2 ** 26 });
  return withoutHashes(stdout);
}

beforeAll(async () => {
  embedded = await played({});
}, 120_000);

afterAll(async () => {
  for (const name of databases) await onServer(`drop database ${name} with (force)`);
  rmSync(folder, { recursive: true });
});

test('embedded, the story is told to its end', () => {
  expect(embedded).toContain('restart>');
  expect(embedded).toMatch(/^\S+ bot@dm\/koordination: /m);
});

testWithPostgres(
  'PostgreSQL alone tells the same story',
  async () => {
    expect(await played({ DATABASE_URL: await ownDatabase() })).toBe(embedded);
  },
  120_000,
);

testWithBoth(
  'PostgreSQL and Redis tell the same story',
  async () => {
    expect(await played({ DATABASE_URL: await ownDatabase(), REDIS_URL: redisUrl })).toBe(embedded);
  },
  120_000,
);

testWithBoth(
  'the server form becomes ready, says so, and ends in order when asked to',
  async () => {
    const port = await freePort();
    const settings = { PORT: String(port), DATABASE_URL: await ownDatabase(), REDIS_URL: redisUrl };
    const bot = spawn(process.execPath, ['src/main.ts'], { env: environment(settings), stdio: 'ignore' });
    const ended = once(bot, 'exit');

    const ready = async (): Promise<Response | undefined> =>
      fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    let answer = await ready();
    for (const until = performance.now() + 20_000; !answer?.ok && performance.now() < until; answer = await ready()) {
      await sleep(100);
    }
    bot.kill('SIGTERM');
    const end = await Promise.race([ended, sleep(20_000, 'still running', { ref: false })]);
    bot.kill('SIGKILL');

    expect(answer?.headers.get('content-type')).toContain('application/json');
    expect(end).toEqual([0, null]);
  },
  60_000,
);
