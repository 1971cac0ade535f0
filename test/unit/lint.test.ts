/** The house rules of biome.json that tools do not bring along stand: each stops a planted line. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

interface Finding {
  readonly category: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

const plugin = 'plugin';
const longFile = `export const steps: number[] = [];\n${'// Why.\nsteps.push(1);\n'.repeat(150)}`;

/** Category of the finding, or null where the line is allowed; file; what it says. */
const planted: readonly (readonly [category: string | null, file: string, text: string])[] = [
  [plugin, 'src/acting/now.ts', 'export const now = new Date();\n'],
  [plugin, 'src/domain/now.ts', 'export const now = Date.now();\n'],
  [plugin, 'adapters/local/now.ts', 'export const now = () => Date();\n'],
  [null, 'src/domain/given.ts', 'export const given = new Date(5);\n'],
  [null, 'test/now.ts', 'export const now = new Date();\n'],
  [plugin, 'src/domain/wall.ts', "export type Store = import('./store.ts').Store;\n"],
  ['lint/style/noExcessiveLinesPerFile', 'src/acting/long.ts', longFile],
  ['lint/style/noDefaultExport', 'src/acting/nameless.ts', 'export default 1;\n'],
  ['lint/style/noEnum', 'src/domain/enum.ts', 'export enum Kind {\n  A = 1,\n}\n'],
  ['lint/suspicious/noExplicitAny', 'src/domain/any.ts', 'export type Whatever = any;\n'],
  ['lint/suspicious/noConsole', 'src/acting/print.ts', 'console.log(1);\n'],
  [null, 'src/main/print.ts', 'console.log(1);\n'],
  ['lint/complexity/noForEach', 'src/domain/each.ts', '[1].forEach((one) => void one);\n'],
];

const folder = mkdtempSync(join(tmpdir(), 'mitwirk-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

let findings: readonly Finding[];

beforeAll(() => {
  for (const part of ['biome.json', 'test/support/lint']) cpSync(part, join(folder, part), { recursive: true });
  for (const [, file, text] of planted) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  findings = JSON.parse(stdout).diagnostics;
});

test.each(planted)('%s is the complaint about %s', (category, file) => {
  const errors = findings.filter((finding) => finding.location.path === file && finding.severity === 'error');

  expect([...new Set(errors.map((finding) => finding.category))]).toEqual(category === null ? [] : [category]);
});
