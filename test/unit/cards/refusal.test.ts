/** How a refusal points at the word that it concerns. */
import { expect, test } from '@jest/globals';
import { refusalCard } from '../../../src/cards/refusal.ts';
import type { Failure } from '../../../src/domain/failure.ts';
import { plainLines } from '../../../src/message/plain.ts';
import { phrases } from '../../../src/text/phrases.ts';

function pointed(input: string, word: string): readonly string[] {
  const start = input.indexOf(word);
  const failure: Failure = {
    code: 'date.notUnderstood',
    params: { text: word },
    at: { start, end: start + word.length },
  };
  const lines = plainLines(refusalCard(phrases('de'), failure, input, null));
  const carets = lines.findIndex((line) => /^\s*\^+$/.test(line));
  return lines.slice(carets - 1, carets + 1);
}

test('a short line is shown in full', () => {
  expect(pointed('/aufgabe neu Räume suchen bis dereinst', 'dereinst')).toEqual([
    '/aufgabe neu Räume suchen bis dereinst',
    '                              ^^^^^^^^',
  ]);
});

test('of a long line what stands around the word is shown, and the carets still stand below it', () => {
  const [line = '', carets = ''] = pointed(
    `/aufgabe neu ${'lang '.repeat(500)}bis dereinst ${'danach '.repeat(500)}`,
    'dereinst',
  );

  expect(line).toMatch(/^….*bis dereinst danach.*…$/);
  expect(line.length).toBeLessThan(140);
  expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('dereinst');
});

test('a word of a thousand letters is cut', () => {
  const [, carets = ''] = pointed(`/aufgabe neu bis ${'x'.repeat(1000)}`, 'x'.repeat(1000));

  expect(carets.trim()).toHaveLength(60);
});
