/** A server of a test's own, which it may kill: the one of the run serves the other tests too. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Missing, OwnServer } from './server.ts';

/** @throws Error where the program is not installed */
export async function startOwn(
  create: (folder: string) => Promise<OwnServer | Missing>,
): Promise<OwnServer & { remove(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'mitwirk-own-'));
  chmodSync(folder, 0o755); // PostgreSQL's account must get through to its own folder.
  const server = await create(folder);
  if ('missing' in server) throw new Error(server.missing);
  return {
    ...server,
    async remove() {
      await server.stop('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
