/** `npm test [-- --changed] [PATTERN …]`: the fast tests; with `--changed` those that uncommitted changes can touch. */
import { spawnSync } from 'node:child_process';
import { JEST } from './support/jest.ts';

/** Jest leaves one core idle, which on a machine with two is half of it. Said twice, the numbers would be read as one. */
const WORKERS = '--maxWorkers';

const asked = process.argv.slice(2).map((word) => (word === '--changed' ? '--onlyChanged' : word));
const workers = asked.some((word) => word.startsWith(WORKERS)) ? [] : [`${WORKERS}=100%`];
// The list of projects goes on until the next option, and would take the patterns for projects.
const args = [...JEST, '--selectProjects', 'fast', '--watchman=false', ...workers, ...asked];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exitCode = status ?? 1;
