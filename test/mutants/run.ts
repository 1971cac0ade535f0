/**
 * `npm run mutants [-- --tenth N | ID …]`: breaks one rule after the other in a copy of the project, and says which no test
 * has noticed. `--tenth`: every tenth rule, from the N-th on; `--tenth today`: another tenth each day.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { JEST } from '../support/jest.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';

type Verdict = 'noticed' | 'survived' | 'broken';

const COPIED = [
  'src',
  'adapters',
  'config',
  'bench',
  'test',
  'docs',
  'package.json',
  'tsconfig.json',
  'jest.config.mjs',
];
const CONFIG = 'mutants.config.mjs';
const DAY_MS = 86_400_000;
/** A rule without which something never ends is noticed by that. */
const PATIENCE_MS = 240_000;

const rules = asked(process.argv.slice(2));
const lanes = Math.max(1, Math.min(os.availableParallelism(), rules.length));
const verdicts = new Map<Rule, Verdict>();
const waiting = [...rules];
console.log(`${rules.length} of ${RULES.length} rules, ${lanes} at a time`);
await Promise.all(Array.from({ length: lanes }, (_, index) => work(copyOf(index))));
report();

/** The rules that are meant. */
function asked(words: readonly string[]): readonly Rule[] {
  if (words.length === 0) return RULES;
  if (words[0] === '--tenth') {
    const first = words[1] === 'today' ? Math.floor(Date.now() / DAY_MS) : Number(words[1]);
    if (!Number.isInteger(first)) throw new Error('--tenth needs a number, or today');
    return RULES.filter((_, index) => index % 10 === first % 10);
  }
  const found = RULES.filter(({ id }) => words.some((word) => id === word || id.startsWith(`${word}/`)));
  if (found.length === 0) throw new Error(`There is no rule ${words.join(', ')}`);
  return found;
}

/** A copy that may be broken, always in the same place, so that compiled files are found again the next time. */
function copyOf(lane: number): string {
  const folder = path.join(os.tmpdir(), 'mitwirk-mutants', String(lane));
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const name of COPIED) fs.cpSync(name, path.join(folder, name), { recursive: true });
  fs.symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

async function work(folder: string): Promise<void> {
  for (let rule = waiting.shift(); rule; rule = waiting.shift()) {
    const verdict = await tried(rule, folder);
    verdicts.set(rule, verdict);
    const mark = verdict === 'noticed' ? '✓' : '✗';
    console.log(`${mark} ${verdicts.size}/${rules.length} ${rule.id} (${rule.rule}): ${verdict}`);
  }
}

async function tried(rule: Rule, folder: string): Promise<Verdict> {
  const file = path.join(folder, rule.file);
  const sound = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(
    file,
    sound.replace(rule.from, () => rule.to),
  );
  try {
    return await judged(rule, folder);
  } finally {
    fs.writeFileSync(file, sound);
  }
}

async function judged({ suites }: Rule, folder: string): Promise<Verdict> {
  const file = path.join(folder, 'verdict.txt');
  fs.rmSync(file, { force: true });
  fs.writeFileSync(path.join(folder, CONFIG), configWith(file));
  const flags = ['--selectProjects', 'fast', '--bail', '--maxWorkers=1', '--ci', '--silent'];
  const ended = await jest([...JEST.slice(0, -1), CONFIG, ...flags, ...suites], folder);
  if (!ended) return 'noticed';
  return fs.existsSync(file) ? (fs.readFileSync(file, 'utf8') as Verdict) : 'broken';
}

/** The project's own, with the reporter that writes the verdict to the file. */
function configWith(file: string): string {
  const reporters = JSON.stringify([['<rootDir>/test/mutants/verdictReporter.mjs', { file }]]);
  return `import config from './jest.config.mjs';\nexport default { ...config, reporters: ${reporters} };\n`;
}

/** Whether it came to an end. */
function jest(args: readonly string[], cwd: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const child = spawn(process.execPath, args, { cwd, stdio: 'ignore' });
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
    resolve(false);
  }, PATIENCE_MS);
  child.once('exit', () => {
    clearTimeout(timer);
    resolve(true);
  });
  return promise;
}

/** Ends with 1 when a rule is unguarded, or is said to be and is not. */
function report(): void {
  const failed = [...verdicts].filter(([rule, verdict]) => verdict !== (rule.survives ? 'survived' : 'noticed'));
  for (const [{ id, file, rule, survives }, verdict] of failed) {
    console.log(`\n${id} in ${file}\n  ${rule}\n  ${verdict}${survives ? `, although: ${survives}` : ''}`);
  }
  const known = [...verdicts.keys()].filter((rule) => rule.survives).length;
  const noticed = verdicts.size - failed.length - known;
  console.log(`\n${noticed} noticed, ${failed.length} not as they should be, ${known} known survivors`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
