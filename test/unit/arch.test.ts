/** The walls of .dependency-cruiser.cjs stand: each is shown to stop a planted import, and the product breaks none. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

interface Cruise {
  readonly summary: { readonly violations: readonly Violation[] };
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

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
  'src/text/target.ts',
  'src/cards/target.ts',
  'src/acting/target.ts',
  'src/grammar/target.ts',
  'src/features/families.ts',
  'src/features/vote/acts/target.ts',
  'src/features/vote/commands.ts',
  'src/app/target.ts',
  'adapters/kit/target.ts',
  'adapters/local/target.ts',
  'adapters/postgres/target.ts',
  'adapters/slack/target.ts',
  'config/target.ts',
  'test/target.ts',
];

/** Rule, file, and what the file imports although it must not. */
const planted: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['no-circular', 'src/domain/circle.ts', './circle.ts'],
  ['resolvable', 'src/domain/lost.ts', './nowhere.ts'],
  ['composition-root-wires', 'src/acting/adapter.ts', '../../adapters/postgres/target.ts'],
  ['composition-root-wires', 'src/app.ts', '../config/target.ts'],
  ['nothing-needs-main', 'adapters/local/main.ts', '../../src/main.ts'],
  ['nothing-needs-main', 'src/app/main.ts', '../main/target.ts'],
  ['domain-is-pure', 'src/domain/ports.ts', '../ports/target.ts'],
  ['domain-is-pure', 'src/domain/package.ts', 'zod'],
  ['domain-is-pure', 'src/domain/files.ts', 'node:fs'],
  ['floor-message', 'src/message/words.ts', '../text/target.ts'],
  ['floor-ports', 'src/ports/words.ts', '../text/target.ts'],
  ['floor-text', 'src/text/card.ts', '../cards/target.ts'],
  ['floor-cards', 'src/cards/act.ts', '../acting/target.ts'],
  ['floor-acting', 'src/acting/words.ts', '../grammar/target.ts'],
  ['floor-grammar', 'src/grammar/list.ts', '../features/families.ts'],
  ['floor-features', 'src/features/vote/app.ts', '../../app/target.ts'],
  ['floor-app', 'src/app/up.ts', '../app.ts'],
  ['ports-need-no-package', 'src/ports/package.ts', 'kysely'],
  ['ports-need-no-package', 'src/message/package.ts', 'kysely'],
  ['cards-only-show', 'src/features/vote/cards/act.ts', '../acts/target.ts'],
  ['cards-only-show', 'src/features/vote/cards/caller.ts', '../../../acting/target.ts'],
  ['acts-before-commands', 'src/features/vote/acts/command.ts', '../commands.ts'],
  ['acts-before-commands', 'src/features/vote/due/words.ts', '../../../grammar/target.ts'],
  ['features-are-listed-once', 'src/features/vote/all.ts', '../families.ts'],
  ['adapters-see-ports', 'adapters/local/act.ts', '../../src/acting/target.ts'],
  ['adapters-see-ports', 'adapters/local/config.ts', '../../config/target.ts'],
  ['adapters-are-islands', 'adapters/local/sibling.ts', '../postgres/target.ts'],
  ['adapters-are-islands', 'adapters/kit/platform.ts', '../local/target.ts'],
  ['platforms-by-the-list', 'src/main/platform.ts', '../../adapters/slack/target.ts'],
  ['kit-serves-all', 'adapters/kit/words.ts', '../../src/text/target.ts'],
  ['kit-serves-all', 'adapters/kit/package.ts', 'kysely'],
  ['config-stands-alone', 'config/text.ts', '../src/text/target.ts'],
  ['core-does-no-io', 'src/acting/files.ts', 'node:fs/promises'],
  ['http-at-the-edge', 'adapters/postgres/http.ts', 'node:http'],
  ['nothing-needs-tests', 'src/acting/test.ts', '../../test/target.ts'],
  ['no-dev-packages', 'src/text/dev.ts', 'fast-check'],
  ['home-of-postgres', 'adapters/local/sql.ts', 'kysely'],
  ['home-of-postgres', 'adapters/local/pglite.ts', '@electric-sql/pglite'],
  ['home-of-slack', 'adapters/local/bolt.ts', '@slack/bolt'],
  ['home-of-bullmq', 'adapters/postgres/jobs.ts', 'bullmq'],
  ['home-of-matrix', 'adapters/postgres/rooms.ts', 'matrix-bot-sdk'],
  ['home-of-documents', 'adapters/slack/charts.ts', '@resvg/resvg-wasm'],
  ['home-of-message-format', 'src/cards/messages.ts', 'intl-messageformat'],
  ['home-of-date-phrases', 'src/grammar/dates.ts', 'chrono-node'],
  ['home-of-yaml', 'adapters/local/yaml.ts', 'yaml'],
  ['home-of-zod', 'src/acting/zod.ts', 'zod'],
  ['home-of-date-arithmetic', 'src/acting/dates.ts', '@date-fns/tz'],
];

const folder = mkdtempSync(join(tmpdir(), 'mitwirk-arch-'));
afterAll(() => rmSync(folder, { recursive: true }));

function cruise(where: string): Cruise {
  const args = [cruiser, 'src', 'adapters', 'config', 'test', '--config', configFile, '--output-type', 'json'];
  const output = execFileSync(process.execPath, args, { cwd: where, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return JSON.parse(output);
}

const broken = ({ summary }: Cruise) => summary.violations.map(({ rule, from }) => `${rule.name} in ${from}`);

/** The features of a circle in which each needs the next; null where there is none. */
function circleAmong({ modules }: Pick<Cruise, 'modules'>): readonly string[] | null {
  const featureOf = (file: string) => /^src\/features\/([^/]+)\//.exec(file)?.[1];
  const needs = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = featureOf(source);
    for (const { resolved } of from ? dependencies : []) {
      const to = featureOf(resolved);
      if (from && to && to !== from) needs.set(from, (needs.get(from) ?? new Set()).add(to));
    }
  }
  const search = (path: readonly string[]): readonly string[] | null => {
    const last = path.at(-1) ?? '';
    if (path.indexOf(last) < path.length - 1) return path;
    for (const next of needs.get(last) ?? []) {
      const circle = search([...path, next]);
      if (circle) return circle;
    }
    return null;
  };
  for (const feature of needs.keys()) {
    const circle = search([feature]);
    if (circle) return circle;
  }
  return null;
}

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

let found: ReadonlySet<string>;
let product: Cruise;

beforeAll(() => {
  cpSync(configFile, join(folder, configFile));
  cpSync('package.json', join(folder, 'package.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const target of targets) write(target, 'export interface Target {}\n');
  for (const [, file, imports] of planted) write(file, `import type {} from '${imports}';\n`);
  found = new Set(broken(cruise(folder)));
  product = cruise('.');
});

test.each(planted)('%s stops %s from importing %s', (rule, file) => {
  expect([...found]).toContain(`${rule} in ${file}`);
});

test('every wall is tried', () => {
  const tried = new Set(planted.map(([rule]) => rule));

  expect(rules.forbidden.map((rule) => rule.name).filter((name) => !tried.has(name))).toEqual([]);
});

test('the product breaks no wall', () => {
  expect(broken(product)).toEqual([]);
});

test('features need each other in one direction only', () => {
  expect(circleAmong(product)).toBeNull();
});

test('a circle of features is found', () => {
  const arrow = (from: string, to: string) => ({
    source: `src/features/${from}/acts/one.ts`,
    dependencies: [{ resolved: `src/features/${to}/cards/two.ts` }],
  });

  expect(circleAmong({ modules: [arrow('task', 'vote'), arrow('vote', 'result')] })).toBeNull();
  expect(circleAmong({ modules: [arrow('task', 'vote'), arrow('vote', 'task')] })).toEqual(['task', 'vote', 'task']);
});
