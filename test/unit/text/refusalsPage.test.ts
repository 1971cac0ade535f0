/** The page of refusals: every one with its sentences, and where it comes from. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { refusalsPage } from '../../../src/text/refusalsPage.ts';

const languages = [
  {
    tag: 'aa',
    files: {
      words: { 'failure.x': 'no message' },
      task: {
        'task.title': 'Task',
        'failure.task.late':
          '{count, plural, one {# day} other {# days}} late: {word, select, none {} other {<{word}>}}',
      },
    },
  },
  { tag: 'bb', files: { task: { 'failure.task.late': 'b {count}' } } },
];

test('a refusal is shown in each language with what is filled in, and with the files that refuse', () => {
  const page = refusalsPage(
    languages,
    new Map([
      ['src/a.ts', "refuse(late ? 'task.late' : 'task.other', { count })"],
      ['src/b.ts', "if (code === 'task.late') return;"],
    ]),
  );

  expect(page).toContain(
    '## task\n\n### `task.late`\n\n- aa: 3 days late: \\<‹word›\\>\n- bb: b ‹count›\n- refused in `src/a.ts`\n',
  );
  expect(page).not.toContain('Task\n');
  expect(page).not.toContain('no message');
});

test.each([
  ['put together', `refuse(\`task.\${why}\`)`],
  ['handed on', "const LATE = 'task.late';"],
])('a code that is %s is found', (_, source) => {
  expect(refusalsPage(languages, new Map([['src/a.ts', source]]))).toContain('- refused in `src/a.ts`');
});

test('what is written in docs has the place of every refusal', () => {
  const page = readFileSync('docs/refusals.md', 'utf8');

  expect(page.match(/^- refused in `/gm)?.length).toBe(page.match(/^### /gm)?.length);
});
