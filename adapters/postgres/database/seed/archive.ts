/** A directory as one file, in the form of tar (POSIX ustar): any tool can list what the repository carries. */
import fs from 'node:fs';
import path from 'node:path';

const BLOCK = 512;
/** Where a header keeps its fields: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06 */
const NAME = { at: 0, length: 100 };
const SIZE = { at: 124, length: 12 };
const CHECKSUM = { at: 148, length: 8 };
const TYPE = 156;
const DIRECTORY = '5';

/** Everything below `directory`, sorted by name and without times or owners, so that equal contents give equal bytes. */
export function pack(directory: string): Buffer {
  const names = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  const parts = names.flatMap((name) => {
    const full = path.join(directory, name);
    const folder = fs.statSync(full).isDirectory();
    const contents = folder ? Buffer.alloc(0) : fs.readFileSync(full);
    return [headerOf(name.replaceAll(path.sep, '/'), folder, contents.length), padded(contents)];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

/** @param directory must not exist yet; only its owner may read what is in it */
export function unpack(archive: Buffer, directory: string): void {
  fs.mkdirSync(directory, { mode: 0o700 });
  for (let at = 0; archive[at]; ) {
    const header = archive.subarray(at, at + BLOCK);
    const size = Number.parseInt(textAt(header, SIZE), 8);
    const full = path.join(directory, textAt(header, NAME));
    const from = at + BLOCK;
    if (header.toString('latin1', TYPE, TYPE + 1) === DIRECTORY) fs.mkdirSync(full, { mode: 0o700 });
    else fs.writeFileSync(full, archive.subarray(from, from + size), { mode: 0o600 });
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function headerOf(name: string, folder: boolean, size: number): Buffer {
  if (Buffer.byteLength(name) >= NAME.length) throw new RangeError(`too long a name for the archive: ${name}`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, NAME.at);
  header.write(folder ? '0000700\0' : '0000600\0', 100);
  header.write('0000000\0'.repeat(2), 108);
  header.write(`${size.toString(8).padStart(SIZE.length - 1, '0')}\0${'0'.repeat(11)}\0`, SIZE.at);
  header.write(folder ? DIRECTORY : '0', TYPE);
  header.write('ustar\x0000', 257);
  // Summed up as if the checksum itself were spaces.
  header.fill(' ', CHECKSUM.at, CHECKSUM.at + CHECKSUM.length);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, CHECKSUM.at);
  return header;
}

function padded(contents: Buffer): Buffer {
  const rest = contents.length % BLOCK;
  return rest === 0 ? contents : Buffer.concat([contents, Buffer.alloc(BLOCK - rest)]);
}

function textAt(header: Buffer, { at, length }: { readonly at: number; readonly length: number }): string {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}
