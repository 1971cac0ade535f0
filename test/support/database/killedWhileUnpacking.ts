/** A process that opens a new data directory and is killed at one step of it: `file` of the given number, or `rename`. */
import fs from 'node:fs';
import { openDatabase } from '../../../adapters/postgres/database/open.ts';

const [dataDir = '', step = '', number = '0'] = process.argv.slice(2);
const { writeFileSync, renameSync } = fs;
let written = 0;

function dieIf(due: boolean): void {
  if (due) process.kill(process.pid, 'SIGKILL');
}

fs.writeFileSync = (...args) => {
  writeFileSync(...args);
  written += 1;
  dieIf(step === 'file' && written === Number(number));
};
fs.renameSync = (from, to) => {
  dieIf(step === 'before rename');
  renameSync(from, to);
  dieIf(step === 'after rename');
};
await openDatabase({ url: null, dataDir });
