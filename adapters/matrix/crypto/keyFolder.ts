/** The folder of a device's encryption keys, as it can be looked at without opening them. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface KeyFolder {
  readonly path: string;
  /** @throws Error when nothing can be written in it */
  makeReady(): void;
  /** Looks whether it can be made ready, and makes nothing. @throws Error when it cannot */
  check(): void;
  /** Whether the library has been here. */
  hasKeys(): boolean;
  /** The public key of the device these keys belong to, as noted; null: not noted. */
  fingerprint(): string | null;
  note(fingerprint: string): void;
}

/** The library's name for its database. */
const KEYS = 'matrix-sdk-crypto.sqlite3';
const FINGERPRINT = 'fingerprint';

/** Of a folder that is not there yet, the one in which it would be made is looked at. */
function checkFolder(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const missing = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
    if (!missing || dirname(path) === path) throw error;
    checkFolder(dirname(path));
  }
}

export function keyFolderOf(keysDir: string, deviceId: string): KeyFolder {
  // A device's id is the homeserver's or the account's choice: it names a folder here, and nothing above it.
  const path = resolve(keysDir, encodeURIComponent(deviceId).replaceAll('.', '%2E'));
  const noted = join(path, FINGERPRINT);
  return {
    path,
    makeReady() {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      checkFolder(path);
    },
    check: () => checkFolder(path),
    hasKeys: () => existsSync(join(path, KEYS)),
    fingerprint: () => (existsSync(noted) ? readFileSync(noted, 'utf8').trim() : null),
    note(fingerprint) {
      // Whole or not at all: half of it would be somebody else's.
      writeFileSync(`${noted}.new`, `${fingerprint}\n`);
      renameSync(`${noted}.new`, noted);
    },
  };
}
