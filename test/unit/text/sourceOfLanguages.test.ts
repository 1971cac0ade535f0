/** What is generated from the languages' files: types that say what each message takes. */
import { describe, expect, test } from '@jest/globals';
import { languageListSource, messageKeysSource, refusalsSource } from '../../../src/text/sourceOfLanguages.ts';

const template = (task: Readonly<Record<string, unknown>>) => ({
  tag: 'aa',
  files: { words: {}, task },
});

describe('the arguments of a message', () => {
  test.each([
    ['plain', {}, '{}'],
    ['{id} is done', {}, "{ readonly id: 'text' }"],
    ['{count, plural, other {#}} of {id}', {}, "{ readonly count: 'number'; readonly id: 'text' }"],
    ['{word, select, none {} other {{word}: }}x', {}, "{ readonly word: 'choice' }"],
    ['{n, select, none {} other {{n, plural, other {#}}}}', {}, "{ readonly n: 'number' }"],
    ['{day}', { placeholders: { day: {}, dayNumber: {} } }, "{ readonly day: 'text'; readonly dayNumber: 'text' }"],
  ])('of «%s» (notes: %j) are %s', (message, notes, args) => {
    const source = messageKeysSource(template({ 'task.done': message, '@task.done': notes }));

    expect(source).toContain(`  readonly 'task.done': ${args};\n`);
  });

  test('of a refusal stand with the domain, and nowhere else', () => {
    const one = template({ '@@locale': 'aa', 'failure.task.unknown': 'No {id}', 'task.title': 'Task' });

    expect(refusalsSource(one)).toContain("  readonly 'task.unknown': { readonly id: 'text' };");
    expect(refusalsSource(one)).not.toContain('task.title');
    expect(messageKeysSource(one)).not.toContain('task.unknown');
  });
});

test('a message that stands in two files is refused, with both names', () => {
  const twice = { tag: 'aa', files: { words: {}, one: { 'a.b': 'x' }, two: { 'a.b': 'y' } } };

  expect(() => messageKeysSource(twice)).toThrow('aa: the message a.b stands in one.json and in two.json');
});

test('every file of every language is imported, also of one whose tag is no name in TypeScript', () => {
  const source = languageListSource([template({}), { tag: 'sr-Latn', files: { words: {} } }]);

  expect(source).toContain("import aa_task from './aa/task.json' with { type: 'json' };");
  expect(source).toContain("import srLatn_words from './sr-Latn/words.json' with { type: 'json' };");
  expect(source).toContain("  { tag: 'sr-Latn', files: { words: srLatn_words } },");
});
