/**
 * The seed: the files of an empty database with all tables, which a first start unpacks instead of making them. `initdb` takes
 * seconds and a gigabyte of memory for it. Nothing in it belongs to an installation; see `control.ts`.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import type { Pool } from 'pg';
import { pack, unpack } from './archive.ts';
import { forgetHistory, giveIdentity } from './control.ts';

export interface Label {
  /** The version of PGlite that made the files; another one may not understand them. */
  readonly engine: string;
  /** The steps of `adapters/postgres/migrations` that the tables have been through. */
  readonly migrations: readonly string[];
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

const FILE = fileURLToPath(new URL('seed.tar.br', import.meta.url));
const LABEL = fileURLToPath(new URL('seed.json', import.meta.url));

/** The version of PGlite that is installed. */
export function engineVersion(): string {
  const manifest = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  return JSON.parse(fs.readFileSync(manifest, 'utf8')).version;
}

/** Null when there is no seed. */
export function readLabel(): Label | null {
  return fs.existsSync(LABEL) ? JSON.parse(fs.readFileSync(LABEL, 'utf8')) : null;
}

/**
 * Unpacks the seed into `directory`, which must not exist yet, as a database of its own.
 * @returns false when there is no seed for the engine
 * @throws Error when the seed is damaged or cannot be written; then part of it may be there
 */
export function sow(directory: string, engine: string = engineVersion()): boolean {
  const label = readLabel();
  if (label?.engine !== engine) return false;
  const file = fs.readFileSync(FILE);
  if (sha256(file) !== label.sha256) throw new Error('the seed is not what its label says');
  unpack(zlib.brotliDecompressSync(file), directory);
  giveIdentity(directory);
  return true;
}

/**
 * Leaves out what nobody will use. Two thirds of all files belong to the templates of databases that are never created; and the
 * log begins anew, so that little is left of it.
 */
export async function readyForHarvest(pool: Pool): Promise<void> {
  await pool.query('update pg_database set datistemplate = false');
  for (const name of ['template0', 'template1']) await pool.query(`drop database ${name}`);
  await pool.query('vacuum (freeze)');
  await pool.query('select pg_switch_wal()');
}

/** Makes the seed of a database that was shut down in order. The directory is no longer of use for anything else. */
export function harvest(directory: string, migrations: readonly string[]): void {
  forgetHistory(directory);
  const { BROTLI_PARAM_LGWIN, BROTLI_MAX_WINDOW_BITS, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  const archive = pack(directory);
  const file = zlib.brotliCompressSync(archive, {
    params: { [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS, [BROTLI_PARAM_SIZE_HINT]: archive.length },
  });
  const label: Label = { engine: engineVersion(), migrations, sha256: sha256(file) };
  fs.writeFileSync(FILE, file);
  fs.writeFileSync(LABEL, `${JSON.stringify(label, null, 2)}\n`);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
