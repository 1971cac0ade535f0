/** Opens the database: a server when a URL is given, the embedded one otherwise. */
import type { Log } from '../../../src/ports/log.ts';
import type { Database } from './database.ts';

export interface OpenDatabaseOptions {
  /** `postgres://…`, or null for the embedded database. */
  readonly url: string | null;
  /** The embedded database's directory; null keeps it in memory. Not looked at when `url` is given. */
  readonly dataDir: string | null;
  readonly log?: Log;
  /** How long a statement may take, in milliseconds; 30 seconds unless said otherwise. */
  readonly patienceMs?: number;
  /** Called when the database must not or cannot be used any more, and only a new start helps: a disk error, others who came in. */
  readonly onBroken?: (error: Error) => void;
}

/**
 * Each form is loaded only when it is asked for: a server needs no WebAssembly engine.
 * @throws Refusal `database.locked` or `database.unreadable` with `directory`, `database.unreachable` with `place`
 */
export async function openDatabase({ url, ...options }: OpenDatabaseOptions): Promise<Database> {
  if (url === null) return (await import('./embedded.ts')).openEmbedded(options);
  return (await import('./server.ts')).openServer({ url, ...options });
}
