/** The whole program in a process of its own, as `npm start` runs it, and browsers that come in by the addresses it prints. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../servers/program.ts';

export type Settings = Readonly<Record<string, string>>;

export interface Program {
  readonly place: string;
  /** The address that lets the next browser in, or where to ask how the program is. */
  entry(): string;
  /** What it logged. */
  log(): string;
  /** Comes in as one more browser. */
  enter(): Promise<Browser>;
  /** Gives the exit status. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface Browser {
  get(path: string): Promise<Response>;
  post(path: string, body: object): Promise<Response>;
}

/** @throws Error with its log when it ends before it is ready */
export async function startProgram(settings: Settings): Promise<Program> {
  const { DATABASE_URL: _, REDIS_URL: __, ...env } = process.env;
  const port = settings.PORT ?? String(await freePort());
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { ...env, ...settings, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { printed: '', logged: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    heard.printed += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    heard.logged += chunk;
  });
  const ended = once(child, 'close').then(() => Promise.reject(new Error(heard.logged)));
  await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => undefined);
  const place = `http://127.0.0.1:${port}`;
  const entry = () => heard.printed.match(/http:\S+/g)?.at(-1) ?? '';
  return {
    place,
    entry,
    log: () => heard.logged,
    async enter() {
      const answer = await fetch(`${place}/${new URL(entry()).search}`, { redirect: 'manual' });
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const json = { 'content-type': 'application/json' };
      return {
        get: (path) => fetch(place + path, { headers: { cookie } }),
        post: (path, body) =>
          fetch(place + path, { method: 'POST', headers: { cookie, ...json }, body: JSON.stringify(body) }),
      };
    },
    stop: (signal = 'SIGTERM') => stop(child, signal),
  };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'close');
  }
  return child.exitCode;
}
