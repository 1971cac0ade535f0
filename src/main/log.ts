/** Log lines on standard error, one JSON object each. */
import type { Log } from '../ports/log.ts';

const LEVELS = ['info', 'warn', 'error'] as const;

type Level = (typeof LEVELS)[number];

export function createLog(least: Level, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  function log(level: Level, event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
    // biome-ignore lint/plugin: operators want the machine's own time, wherever the product's clock was moved
    write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
  }
  return {
    info: (event, fields) => log('info', event, fields),
    warn: (event, fields) => log('warn', event, fields),
    error: (event, error, fields) => log('error', event, { ...fields, error: describe(error) }),
  };
}

/** The stack is for the operator; what was typed never gets into an error's message. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\nbecause of ${describe(error.cause)}`;
}
