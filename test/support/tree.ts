/** What is in a directory, byte for byte: to see that something changed nothing. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Path, kind, rights, time of the last change and fingerprint of everything below; null where there is nothing. */
export function treeOf(directory: string): readonly string[] | null {
  if (!fs.existsSync(directory)) return null;
  const names = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  return ['.', ...names].map((name) => {
    const full = path.join(directory, name);
    const { mode, mtimeMs } = fs.statSync(full);
    const isFile = fs.statSync(full).isFile();
    const content = isFile ? createHash('sha256').update(fs.readFileSync(full)).digest('hex') : 'directory';
    return `${name} ${mode} ${mtimeMs} ${content}`;
  });
}
