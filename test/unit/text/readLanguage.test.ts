/** How a language comes out of its files. */
import { expect, test } from '@jest/globals';
import { readLanguage } from '../../../src/text/readLanguage.ts';

const first = readLanguage({
  tag: 'aa',
  files: { words: { task: 'do', vote: 'choose' }, task: { 'task.title': 'Task', 'task.due': 'due', 'example.me': '' } },
});

test('the notes for translators are no messages', () => {
  const { messages } = readLanguage({
    tag: 'bb',
    files: { task: { '@@locale': 'bb', 'task.title': 'x', '@task.title': { description: 'y' } } },
  });

  expect(messages).toEqual({ 'task.title': 'x' });
});

test('what a language lacks, or has left empty, is said in the first one', () => {
  const { messages, words } = readLanguage(
    {
      tag: 'bb',
      files: { words: { task: 'tun' }, task: { 'task.title': 'Aufgabe', 'task.due': '', 'example.me': 'z' } },
    },
    first,
  );

  expect(messages).toEqual({ 'task.title': 'Aufgabe', 'task.due': 'due', 'example.me': 'z' });
  expect(words).toEqual({ task: 'tun', vote: 'choose' });
});

test('an empty message of the first language is meant', () => {
  expect(first.messages['example.me']).toBe('');
});

test('a language without words of its own for dates has none, and its letters are pairs', () => {
  const language = readLanguage(
    { tag: 'bb', files: { language: { letters: 'ä=ae  ı=i' }, dateWords: { 'month.may': 'mai' } } },
    first,
  );

  expect(language.letters).toEqual([
    ['ä', 'ae'],
    ['ı', 'i'],
  ]);
  expect(language.dates.months[4]).toBe('mai');
  expect(language.dates.noon).toBe('');
});
