/** A throw-away Synapse, the Matrix homeserver, from a Python environment: its package installs without root. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { freePort, run } from './program.ts';
import { type Missing, nothingToStop, type Server } from './server.ts';

const homeserver = ['-m', 'synapse.app.homeserver'];
const askVersion = 'import importlib.metadata as packages; print(packages.version("matrix-synapse"))';
const serverName = 'mitwirk.test';
const unlimited = { per_second: 10_000, burst_count: 10_000 };

function settings(folder: string, port: number): object {
  return {
    server_name: serverName,
    public_baseurl: `http://127.0.0.1:${port}/`,
    listeners: [
      { port, bind_addresses: ['127.0.0.1'], type: 'http', tls: false, resources: [{ names: ['client', 'media'] }] },
    ],
    database: { name: 'sqlite3', args: { database: join(folder, 'homeserver.db') } },
    media_store_path: join(folder, 'media'),
    signing_key_path: join(folder, 'signing.key'),
    pid_file: join(folder, 'pid'),
    // Users of the tests register by themselves.
    enable_registration: true,
    enable_registration_without_verification: true,
    report_stats: false,
    // Nothing leaves this machine.
    trusted_key_servers: [],
    federation_domain_whitelist: [],
    rc_message: unlimited,
    rc_registration: unlimited,
    rc_login: { address: unlimited, account: unlimited, failed_attempts: unlimited },
    rc_room_creation: unlimited,
    rc_joins: { local: unlimited, remote: unlimited },
    rc_invites: { per_room: unlimited, per_user: unlimited, per_issuer: unlimited },
  };
}

async function versions(url: string): Promise<void> {
  const answer = await fetch(`${url}/_matrix/client/versions`);
  if (!answer.ok) throw new Error(`Synapse answers ${answer.status}`);
}

/** Uses the environment in `.cache/synapse` or in TEST_SYNAPSE_VENV, made with `python3 -m venv` and `pip install matrix-synapse`. */
export async function startSynapse(folder: string): Promise<Server | Missing> {
  if (process.env.TEST_SYNAPSE) return { env: {}, about: 'found', stop: nothingToStop };
  const python = resolve(process.env.TEST_SYNAPSE_VENV ?? '.cache/synapse', 'bin/python');
  if (!existsSync(python)) return { missing: `there is no Python environment with matrix-synapse at ${python}` };

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = join(folder, 'homeserver.yaml');
  writeFileSync(config, stringify(settings(folder, port)));
  execFileSync(python, [...homeserver, '-c', config, '--generate-keys'], { cwd: folder, stdio: 'pipe' });
  const about = execFileSync(python, ['-c', askVersion], { encoding: 'utf8', stdio: 'pipe' });
  const server = run(python, [...homeserver, '-c', config], join(folder, 'log'));
  try {
    await server.ready(() => versions(url), 60);
    return {
      env: { TEST_SYNAPSE: url, TEST_SYNAPSE_NAME: serverName },
      about: about.trim(),
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
