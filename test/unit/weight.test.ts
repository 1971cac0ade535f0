/** What an installation for operation weighs: the packages that `npm ci --omit=dev` puts on the disk, as `du` counts them. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** It was 155 before the fonts and the calendar functions nobody used went, and 116 afterwards. In megabytes of 2^20 bytes. */
const MOST_MB = 125;

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}

/** Where packages for operation lie; what is optional and was not installed weighs nothing. */
function installed(): readonly string[] {
  const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional && existsSync(path))
    .map(([path]) => path);
}

/** In blocks of 512 bytes, and without the packages inside, which stand in the lock file themselves. */
function blocksOf(path: string): number {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) return stat.blocks;
  const names = readdirSync(path).filter((name) => name !== 'node_modules');
  return names.reduce((sum, name) => sum + blocksOf(join(path, name)), stat.blocks);
}

test(`an installation for operation weighs at most ${MOST_MB} MB`, () => {
  const weights = installed().map((path) => ({ path, mb: blocksOf(path) / 2048 }));
  const total = weights.reduce((sum, { mb }) => sum + mb, 0);

  const heaviest = weights.toSorted((a, b) => b.mb - a.mb).slice(0, 8);
  const said = heaviest.map(({ path, mb }) => `${path.replace('node_modules/', '')} ${mb.toFixed(1)}`).join(', ');
  process.stdout.write(`${weights.length} packages for operation weigh ${total.toFixed(0)} MB: ${said}, …\n`);

  // Nothing was read from a wrong place.
  expect(total).toBeGreaterThan(80);
  expect(total).toBeLessThanOrEqual(MOST_MB);
});
