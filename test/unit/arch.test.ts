/** The walls of .dependency-cruiser.cjs stand: each is shown to stop a planted import, and the product breaks none. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const configFile = '.dependency-cruiser.cjs';
const rules: { forbidden: { name: string }[] } = createRequire(import.meta.url)(resolve(configFile));
const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** Files to be imported. */
const targets = [
  'src/main.ts',
  'src/main/target.ts',
  'src/app.ts',
  'src/domain/target.ts',
  'src/ports/target.ts',
  'src/cards/target.ts',
  'src/text/target.ts',
  'src/usecases/target.ts',
  'src/commands/target.ts',
  'adapters/local/target.ts',
  'adapters/postgres/target.ts',
  'config/target.ts',
  'test/target.ts',
];

/** Rule, file, and what the file imports although it must not. */
const planted: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['no-circular', 'src/domain/circle.ts', './circle.ts'],
  ['resolvable', 'src/domain/lost.ts', './nowhere.ts'],
  ['composition-root-wires', 'src/usecases/adapter.ts', '../../adapters/postgres/target.ts'],
  ['composition-root-wires', 'src/app.ts', '../config/target.ts'],
  ['nothing-needs-main', 'adapters/local/main.ts', '../../src/main.ts'],
  ['nothing-needs-main', 'src/commands/main.ts', '../main/target.ts'],
  ['domain-is-pure', 'src/domain/ports.ts', '../ports/target.ts'],
  ['domain-is-pure', 'src/domain/package.ts', 'zod'],
  ['domain-is-pure', 'src/domain/files.ts', 'node:fs'],
  ['ports-are-small', 'src/ports/cards.ts', '../cards/target.ts'],
  ['ports-are-small', 'src/cards/model.ts', '../text/target.ts'],
  ['ports-need-no-package', 'src/ports/package.ts', 'kysely'],
  ['text-speaks-domain', 'src/text/usecase.ts', '../usecases/target.ts'],
  ['cards-show-domain', 'src/cards/usecase.ts', '../usecases/target.ts'],
  ['use-cases-before-commands', 'src/usecases/command.ts', '../commands/target.ts'],
  ['commands-before-app', 'src/commands/app.ts', '../app.ts'],
  ['adapters-see-ports', 'adapters/local/usecase.ts', '../../src/usecases/target.ts'],
  ['adapters-see-ports', 'adapters/local/config.ts', '../../config/target.ts'],
  ['adapters-are-islands', 'adapters/local/sibling.ts', '../postgres/target.ts'],
  ['config-stands-alone', 'config/text.ts', '../src/text/target.ts'],
  ['core-does-no-io', 'src/usecases/files.ts', 'node:fs/promises'],
  ['http-at-the-edge', 'adapters/postgres/http.ts', 'node:http'],
  ['nothing-needs-tests', 'src/usecases/test.ts', '../../test/target.ts'],
  ['no-dev-packages', 'src/text/dev.ts', 'fast-check'],
  ['home-of-postgres', 'adapters/local/sql.ts', 'kysely'],
  ['home-of-postgres', 'adapters/local/pglite.ts', '@electric-sql/pglite'],
  ['home-of-slack', 'adapters/local/bolt.ts', '@slack/bolt'],
  ['home-of-bullmq', 'adapters/postgres/jobs.ts', 'bullmq'],
  ['home-of-matrix', 'adapters/postgres/rooms.ts', 'matrix-bot-sdk'],
  ['home-of-documents', 'adapters/slack/charts.ts', '@resvg/resvg-wasm'],
  ['home-of-message-format', 'src/cards/messages.ts', 'intl-messageformat'],
  ['home-of-date-phrases', 'src/commands/dates.ts', 'chrono-node'],
  ['home-of-yaml', 'adapters/local/yaml.ts', 'yaml'],
  ['home-of-zod', 'src/usecases/zod.ts', 'zod'],
  ['home-of-date-arithmetic', 'src/usecases/dates.ts', 'date-fns'],
];

const folder = mkdtempSync(join(tmpdir(), 'mitwirk-arch-'));
afterAll(() => rmSync(folder, { recursive: true }));

function violations(where: string): readonly Violation[] {
  const args = [cruiser, 'src', 'adapters', 'config', 'test', '--config', configFile, '--output-type', 'json'];
  const output = execFileSync(process.execPath, args, { cwd: where, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return JSON.parse(output).summary.violations;
}

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

let found: ReadonlySet<string>;

beforeAll(() => {
  cpSync(configFile, join(folder, configFile));
  cpSync('package.json', join(folder, 'package.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const target of targets) write(target, 'export interface Target {}\n');
  for (const [, file, imports] of planted) write(file, `import type {} from '${imports}';\n`);
  found = new Set(violations(folder).map(({ rule, from }) => `${rule.name} in ${from}`));
});

test.each(planted)('%s stops %s from importing %s', (rule, file) => {
  expect([...found]).toContain(`${rule} in ${file}`);
});

test('every wall is tried', () => {
  const tried = new Set(planted.map(([rule]) => rule));

  expect(rules.forbidden.map((rule) => rule.name).filter((name) => !tried.has(name))).toEqual([]);
});

test('the product breaks no wall', () => {
  expect(violations('.').map(({ rule, from }) => `${rule.name} in ${from}`)).toEqual([]);
});
