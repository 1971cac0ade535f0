/**
 * Every card that has a golden as plain text has one as Slack gets it, in `test/golden/slack/`, without a line in its test.
 * `UPDATE_GOLDENS=1 npm test -- test/golden` records anew; read the difference before you commit it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@jest/globals';
import { messagesOf } from '../../adapters/slack/render/message.ts';
import type { Card } from '../../src/message/model.ts';
import { messageIssues } from './slack/blocks/validate.ts';
import { sketchOf } from './slackSketch.ts';

const FOLDER = join('test', 'golden', 'slack');
const MARK = '=== ';

/** How many cards each test has shown so far. */
const shown = new Map<string, number>();

export function expectInSlack(card: Card, locale: string): void {
  const messages = messagesOf(card, { locale });
  expect(messages.flatMap(({ blocks }) => messageIssues(blocks))).toEqual([]);
  const { testPath = '', currentTestName = '' } = expect.getState();
  const file = join(FOLDER, `${basename(testPath, '.test.ts')}.golden`);
  const golden = read(file);
  const count = (shown.get(currentTestName) ?? 0) + 1;
  shown.set(currentTestName, count);
  const name = count === 1 ? currentTestName : `${currentTestName} (${count})`;
  const sketch = messages.map(sketchOf).join('\n\n');
  if (process.env.UPDATE_GOLDENS) write(file, golden.set(name, sketch));
  expect(sketch).toBe(golden.get(name));
}

function read(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const [, ...sections] = `\n${readFileSync(file, 'utf8')}`.split(`\n${MARK}`);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end + 1).trimEnd()];
    }),
  );
}

function write(file: string, golden: ReadonlyMap<string, string>): void {
  mkdirSync(FOLDER, { recursive: true });
  const sections = [...golden]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sketch]) => `${MARK}${name}\n${sketch}\n`);
  writeFileSync(file, sections.join('\n'));
}
