/** The records in docs/ agree with the project they speak of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const folder = 'docs/decisions';
const records = readdirSync(folder).filter((name) => /^\d{4}-.+\.md$/.test(name));

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

test('every dependency has a row with its reason, and every row a dependency', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const rows = [...read(join(folder, '0002-dependencies.md')).matchAll(/^\| `(\S+)` \| .+ \|$/gm)].map((row) => row[1]);

  expect(rows.toSorted()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].toSorted());
});

test('every decision is listed, and tells its context, decision and consequences', () => {
  const list = read(join(folder, 'README.md'));

  expect(records.length).toBeGreaterThan(0);
  for (const name of records) {
    expect(list).toContain(`(${name})`);
    const parts = [...read(join(folder, name)).matchAll(/^\*\*(\w+)\.\*\*/gm)].map((part) => part[1]);
    expect({ name, parts }).toEqual({ name, parts: ['Context', 'Decision', 'Consequences'] });
  }
});

test('links between documents lead somewhere', () => {
  const documents = ['docs/operations.md', join(folder, 'README.md'), ...records.map((name) => join(folder, name))];
  const links = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((link) => join(dirname(file), link[1] ?? '')),
  );

  expect(links.filter((link) => !existsSync(link) && link !== 'README.md')).toEqual([]);
});
