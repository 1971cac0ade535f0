/** The few fields of `pg_control` that the seed needs; the layout is PostgreSQL's `ControlFileData` (src/include/catalog/pg_control.h). */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const IDENTIFIER = 0;
const CHECKPOINT = 32;
/** The structure ends with its checksum, and its size differs from version to version. */
const SEARCH_FROM = 256;
const SEARCH_TO = 512;
/** 32 random bytes, then up to the checksum three to align it. */
const NONCE_BEFORE_CHECKSUM = 35;
const NONCE_LENGTH = 32;

const WAL_SEGMENT = 16 * 1024 * 1024;
const WAL_PAGE = 8192;
/** Of the first page of a segment: `XLogLongPageHeaderData`. */
const WAL_IDENTIFIER = 24;

function controlFileOf(directory: string): string {
  return path.join(directory, 'global', 'pg_control');
}

/** The segment of the write-ahead log from which a database that was shut down in order starts, and where in it. */
function startOf(control: Buffer): { readonly segment: string; readonly offset: number } {
  const position = control.readBigUInt64LE(CHECKPOINT);
  const number = position / BigInt(WAL_SEGMENT);
  const hex = (value: bigint) => value.toString(16).toUpperCase().padStart(8, '0');
  // Timeline 1: nothing was ever restored here. A "log file" of 4 GB has 256 segments.
  return {
    segment: `00000001${hex(number / 256n)}${hex(number % 256n)}`,
    offset: Number(position % BigInt(WAL_SEGMENT)),
  };
}

/** Leaves nothing of the log of a database that was shut down in order but the record of the shutdown. */
export function forgetHistory(directory: string): void {
  const { segment, offset } = startOf(fs.readFileSync(controlFileOf(directory)));
  const folder = path.join(directory, 'pg_wal');
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && entry.name !== segment) fs.rmSync(path.join(folder, entry.name));
  }
  const log = fs.readFileSync(path.join(folder, segment));
  // The record may reach into the next page; behind that there can only be what the file was used for before.
  log.fill(0, (Math.floor(offset / WAL_PAGE) + 2) * WAL_PAGE);
  fs.writeFileSync(path.join(folder, segment), log);
}

/**
 * Makes a copied database one of its own: what `initdb` draws by lot is drawn anew. These are the identifier by which tools for
 * backup and replication tell databases apart, also in the log, and a nonce for logins by password.
 * @throws Error when the file is not laid out as expected; nothing has changed then
 */
export function giveIdentity(directory: string): void {
  const control = fs.readFileSync(controlFileOf(directory));
  const checksum = checksumIn(control);
  if (checksum === null) throw new Error('pg_control is not laid out as expected');
  const identifier = randomBytes(8);
  identifier.copy(control, IDENTIFIER);
  randomBytes(NONCE_LENGTH).copy(control, checksum - NONCE_BEFORE_CHECKSUM);
  control.writeUInt32LE(crc32c(control.subarray(0, checksum)), checksum);
  const log = fs.openSync(path.join(directory, 'pg_wal', startOf(control).segment), 'r+');
  fs.writeSync(log, identifier, 0, identifier.length, WAL_IDENTIFIER);
  fs.closeSync(log);
  fs.writeFileSync(controlFileOf(directory), control);
}

/** Where the checksum stands: behind the bytes whose sum it is. */
function checksumIn(control: Buffer): number | null {
  for (let at = SEARCH_FROM; at <= SEARCH_TO; at += 4) {
    if (control.readUInt32LE(at) === crc32c(control.subarray(0, at))) return at;
  }
  return null;
}

/** CRC-32C (Castagnoli), https://www.rfc-editor.org/rfc/rfc3720#appendix-B.4; Node's own `crc32` has another polynomial. */
function crc32c(bytes: Buffer): number {
  let sum = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0x82_f6_3b_78 : 0);
  }
  return (sum ^ 0xff_ff_ff_ff) >>> 0;
}
