/** Which word somebody may have meant. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearest } from '../../../src/text/nearest.ts';

const WORDS = ['aufgabe', 'beschluss', 'rückgängig', 'task', 'ja'];

test.each([
  ['aufgabe', 'aufgabe'],
  ['Aufgbe', 'aufgabe'],
  ['aufgaeb', 'aufgabe'],
  ['tsak', 'task'],
  ['rueckgangig', 'rückgängig'],
  ['beschlus', 'beschluss'],
  ['je', 'ja'],
])('«%s» may mean «%s»', (typed, meant) => {
  expect(nearest(typed, WORDS)).toBe(meant);
});

test.each(['', 'quatsch', 'xyz', 'montag', 'neu'])('«%s» means none of them', (typed) => {
  expect(nearest(typed, WORDS)).toBeNull();
});

test('of no words none is the nearest', () => {
  expect(nearest('aufgabe', [])).toBeNull();
});

test('one mistake in a longer word is always forgiven', () => {
  const at = fc.nat({ max: 'beschluss'.length - 1 });
  fc.assert(
    fc.property(at, fc.constantFrom('q', 'x', ''), (index, instead) => {
      const typed = `beschluss`.slice(0, index) + instead + `beschluss`.slice(index + 1);
      expect(nearest(typed, WORDS)).toBe('beschluss');
    }),
  );
});
