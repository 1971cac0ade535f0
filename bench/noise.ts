/** The log of a benchmark: a fault makes every figure worthless, so it ends the run. */
import type { Log } from '../src/ports/log.ts';

export const noise: Log = {
  info: () => {},
  warn: (event) => fail(event, null),
  error: fail,
};

function fail(event: string, cause: unknown): never {
  process.exitCode = 1;
  console.error(`Not measured, because something failed: ${event}`, cause);
  process.exit();
}
