/** Finds installed programs and runs them until told otherwise. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, globSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whose rights a program runs with; undefined means the caller's. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of the names that is on the PATH or in one of the further folders (patterns; the last match wins). */
export function findProgram(names: readonly string[], furtherFolders: readonly string[] = []): string | undefined {
  const further = furtherFolders.flatMap((pattern) => globSync(pattern).toSorted().toReversed());
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...further];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** The account of that name, or undefined where there is none. */
export function accountOf(name: string): Account | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' })));
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

/** A port on loopback that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** A program under way. */
export interface Running {
  /** Resolves when `isReady` does not throw. @throws when it ends first or takes longer than `seconds`. */
  ready(isReady: () => Promise<unknown>, seconds?: number): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Asks it to end, and ends it after ten seconds. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

async function ended(child: ChildProcess, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (child.exitCode === null && child.signalCode === null) {
    if (performance.now() > until) return false;
    await sleep(20);
  }
  return true;
}

/** Starts a program; what it prints goes to `logFile`. */
export function run(program: string, args: readonly string[], logFile: string, account?: Account): Running {
  const log = openSync(logFile, 'a');
  const child = spawn(program, args, { stdio: ['ignore', log, log], ...account });
  let problem: Error | undefined;
  child.on('error', (error) => {
    problem = error;
  });
  return {
    async ready(isReady, seconds = 30) {
      const until = performance.now() + seconds * 1000;
      for (;;) {
        if (problem || (await ended(child, 0))) throw problem ?? new Error(`${program} ended, see ${logFile}`);
        try {
          await isReady();
          return;
        } catch (error) {
          if (performance.now() > until) throw error;
          await sleep(50);
        }
      }
    },
    signal: (signal) => void child.kill(signal),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      if (problem || (await ended(child, 10_000))) return;
      child.kill('SIGKILL');
      await ended(child, 10_000);
    },
  };
}
