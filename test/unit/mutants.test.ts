/** The rules that `npm run mutants` breaks are there to be broken: each stands once in its file, and its suites exist. */
import fs from 'node:fs';
import { expect, test } from '@jest/globals';
import { RULES } from '../mutants/rules.ts';

const suites = fs
  .readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/${file}`);

test('at least sixty rules, each with a name of its own', () => {
  expect(RULES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

test.each(RULES.map((rule) => [rule.id, rule] as const))('%s can be broken', (_, rule) => {
  expect(fs.readFileSync(rule.file, 'utf8').split(rule.from)).toHaveLength(2);
  expect(rule.to).not.toBe(rule.from);
  expect(rule.survives).not.toBe('');
  expect(rule.suites.filter((begin) => !suites.some((suite) => suite.startsWith(begin)))).toEqual([]);
});
