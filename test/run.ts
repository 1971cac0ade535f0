/** `npm test [-- --changed] [PATTERN …]`: the fast tests; with `--changed` those that uncommitted changes can touch. */
import { spawnSync } from 'node:child_process';
import { JEST } from './support/jest.ts';

const args = process.argv.slice(2).map((word) => (word === '--changed' ? '--onlyChanged' : word));
// Jest leaves one core idle, which on a machine with two is half of it.
const options = ['--selectProjects', 'fast', '--maxWorkers=100%'];
const { status } = spawnSync(process.execPath, [...JEST, ...options, ...args], { stdio: 'inherit' });
process.exitCode = status ?? 1;
