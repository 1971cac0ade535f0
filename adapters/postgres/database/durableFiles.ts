/** Makes the embedded engine's files outlive a power cut: as shipped it never asks the disk to keep anything. */
import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The part of emscripten's file system that is reached into; it rests on internals of the pinned engine. */
interface NodeFiles {
  stream_ops: { fsync?: (stream: { nfd?: number; node: unknown }) => number };
  realPath(node: unknown): string;
}

/**
 * Start parameters that let PostgreSQL sync: the engine's own start with `-F` (never sync), and its fdatasync is a stub while
 * its fsync reaches the file system. A town's data is small, so 16 MB of shared buffers save memory without cost.
 */
export const durableStartParams: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB', '-c', 'min_wal_size=32MB', '-c', 'max_wal_size=64MB'],
];

/** Syncs a directory, so that what was created or renamed in it is found again; Windows has no such thing. */
function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(directory, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** A directory on disk whose fsync is a real one. Errors of the disk reach PostgreSQL, which then stops rather than lie. */
export class DurableFiles extends NodeFS {
  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const sync = (engine: { NODEFS: NodeFiles }) => {
      engine.NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd === undefined) syncDirectory(engine.NODEFS.realPath(stream.node));
        else fs.fdatasyncSync(stream.nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), sync] as never } };
  }
}

/** Syncs a whole tree: every file, then its directory. */
export function syncTree(directory: string): void {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const full = path.join(directory, entry.name);
    if (entry.isDirectory()) {
      syncTree(full);
      continue;
    }
    const handle = fs.openSync(full, 'r+');
    fs.fsyncSync(handle);
    fs.closeSync(handle);
  }
  syncDirectory(directory);
}

/** Gives a finished directory its final name in one step that survives a power cut. */
export function moveDurably(from: string, to: string): void {
  syncTree(from);
  fs.renameSync(from, to);
  syncDirectory(path.dirname(to));
}
