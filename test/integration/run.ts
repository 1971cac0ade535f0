/** `npm run test:integration [-- PATTERN …]`: starts the servers, runs the contract and integration suites, stops the servers. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JEST } from '../support/jest.ts';
import { findChromium } from './servers/chromium.ts';
import { startPostgres } from './servers/postgres.ts';
import { startRedis } from './servers/redis.ts';
import type { Server, Start } from './servers/server.ts';
import { startSynapse } from './servers/synapse.ts';

const starts: Readonly<Record<string, Start>> = {
  postgres: startPostgres,
  redis: startRedis,
  chromium: findChromium,
  synapse: startSynapse,
};

/** Slack's contract needs no server but its own stand-in, and runs with the fast tests. */
const everything = ['test/contract/(?!slack/)', 'test/integration/'];
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const interruption = new AbortController();

/** An interruption is passed on to the tests; this process lives on to stop the servers. */
function runTests(patterns: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...JEST, ...patterns], {
      stdio: 'inherit',
      env,
      signal: interruption.signal,
    });
    child.on('error', (error) => (interruption.signal.aborted ? undefined : reject(error)));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function startAll(folder: string, running: Server[]): Promise<{ env: NodeJS.ProcessEnv; complete: boolean }> {
  const env = { ...process.env };
  let complete = true;
  for (const [name, start] of Object.entries(starts)) {
    const own = join(folder, name);
    mkdirSync(own);
    interruption.signal.throwIfAborted();
    const server = await start(own);
    if ('missing' in server) {
      console.log(`${name}: missing: ${server.missing}; its tests are skipped`);
      complete = false;
      continue;
    }
    console.log(`${name}: ${server.about}`);
    running.push(server);
    Object.assign(env, server.env);
  }
  return { env, complete };
}

async function main(patterns: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'mitwirk-servers-'));
  chmodSync(folder, 0o755); // PostgreSQL's account must get through to its own folder.
  const running: Server[] = [];
  try {
    const { env, complete } = await startAll(folder, running);
    const code = await runTests(patterns, env);
    if (complete || !process.env.CI) return code;
    console.error('A server is missing, and in CI none may be.');
    return code || 1;
  } finally {
    for (const server of running.toReversed()) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const signal of signals) process.on(signal, () => interruption.abort(new Error(`${signal}: stopped`)));
const asked = process.argv.slice(2);
process.exitCode = await main(asked.length > 0 ? asked : everything);
