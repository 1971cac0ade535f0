/** The lock file installs everywhere: `npm ci` refuses one in which a platform's optional package is missing. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface Entry {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const entries = Object.entries(lock.packages);

test('every optional package of every platform has its entry', () => {
  const wanted = entries.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
  const present = new Set(entries.map(([path]) => path.replace(/^.*node_modules\//, '')));

  expect(wanted).toContain('@biomejs/cli-darwin-arm64');
  expect(wanted.filter((name) => !present.has(name))).toEqual([]);
});

test('packages come from whatever registry the machine is set up for', () => {
  expect(entries.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
});
