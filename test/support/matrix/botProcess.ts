/** The product in a process of its own, as `npm start` runs it: it can be killed, and loads the encryption library as there. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../../integration/servers/program.ts';

/** The library as it is installed here, what stands in for it, or neither. */
export type Library = 'native' | 'stand-in' | 'none';

const LIBRARY = '@matrix-org/matrix-sdk-crypto-nodejs';

export function hasNativeLibrary(): boolean {
  const code = `try { require('${LIBRARY}'); console.log('yes') } catch { console.log('no') }`;
  return execFileSync(process.execPath, ['--eval', code], { encoding: 'utf8' }).trim() === 'yes';
}

export interface BotProcess {
  readonly keysDir: string;
  /** What it has logged since it was made. */
  log(): string;
  start(): Promise<void>;
  /** @throws Error when it does not end in order */
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** It stands still, and does not notice. */
  freeze(): void;
  thaw(): void;
  /** The status of `/healthz`. */
  health(): Promise<number>;
  /** The status of the local page. */
  page(): Promise<number>;
  /** What `npm run doctor` prints with the same settings. */
  doctor(): string;
  /** As if their disk were lost. */
  forgetKeys(): void;
  remove(): Promise<void>;
}

export function createBotProcess(settings: Readonly<Record<string, string>>, library: Library): BotProcess {
  const folder = mkdtempSync(join(tmpdir(), 'mitwirk-encryption-'));
  const keysDir = join(folder, 'keys');
  const env = {
    ...process.env,
    ...(library === 'stand-in' ? { NODE_PATH: packagesWithStandIn(join(folder, 'packages')) } : {}),
    MITWIRK_DATA: join(folder, 'data'),
    MITWIRK_EXAMPLE: 'false',
    MITWIRK_MATRIX_KEYS: keysDir,
    ...settings,
  };
  let running: ChildProcess | null = null;
  let port = 0;
  let log = '';

  /** Gives the exit status. */
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (!running || running.exitCode !== null) return null;
    const ended = once(running, 'exit');
    running.kill(signal);
    const [status] = await ended;
    running = null;
    return status;
  }

  return {
    keysDir,
    log: () => log,
    async start() {
      port = await freePort();
      const bot = spawn(process.execPath, ['src/main.ts'], {
        env: { ...env, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running = bot;
      bot.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        log += chunk;
        if (process.env.TEST_LOG) process.stderr.write(chunk);
      });
      await Promise.race([
        once(bot.stdout, 'data'),
        once(bot, 'exit').then(() => Promise.reject(new Error(`The bot did not start:\n${log}`))),
      ]);
    },
    async stop() {
      const status = await end('SIGTERM');
      if (status !== 0) throw new Error(`The bot ended with ${status}:\n${log}`);
    },
    async kill() {
      await end('SIGKILL');
    },
    freeze: () => void running?.kill('SIGSTOP'),
    thaw: () => void running?.kill('SIGCONT'),
    health: async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).status,
    page: async () => (await fetch(`http://127.0.0.1:${port}/`)).status,
    doctor() {
      try {
        return execFileSync(process.execPath, ['src/main.ts', 'doctor'], { env, encoding: 'utf8', stdio: 'pipe' });
      } catch (error) {
        return String(Reflect.get(Object(error), 'stdout'));
      }
    },
    forgetKeys: () => rmSync(keysDir, { recursive: true }),
    async remove() {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder of packages in which the stand-in has the name under which the library looks for its native part. */
function packagesWithStandIn(folder: string): string {
  const place = join(folder, `${LIBRARY}-${process.platform}-${process.arch}-gnu`);
  mkdirSync(place, { recursive: true });
  const standIn = JSON.stringify(resolve('test/support/matrix/cryptoStandIn.cjs'));
  writeFileSync(join(place, 'index.js'), `module.exports = require(${standIn});`);
  return folder;
}
