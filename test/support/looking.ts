/** The commands that only look, as an operator runs them. */
import { spawnSync } from 'node:child_process';

export interface Looked {
  readonly status: number | null;
  readonly said: string;
}

/** Runs `doctor` or `audit` with these settings and no others. */
export function look(command: string, env: Readonly<Record<string, string>>, ...words: readonly string[]): Looked {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts', command, ...words], {
    env: { ...rest, ...env },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}
