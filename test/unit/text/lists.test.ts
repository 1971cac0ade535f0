/** Lists in words, as they are written in the language's region. */
import { expect, test } from '@jest/globals';
import { listOf } from '../../../src/text/lists.ts';

test('a list is joined as the language joins it, in English without a comma before the last', () => {
  expect(listOf('de', ['A', 'B', 'C'])).toBe('A, B und C');
  expect(listOf('en', ['A', 'B', 'C'])).toBe('A, B and C');
  expect(listOf('de', ['Ziel', 'Befund'], 'disjunction')).toBe('Ziel oder Befund');
});
