/** Which words name a person. */
import { expect, test } from '@jest/globals';
import { tokenize } from '../../../src/grammar/tokens.ts';

test.each([
  ['@anna', 'anna'],
  ['(@anna.b),', 'anna.b'],
  ['@Öztürk!', 'Öztürk'],
  ['anna@stadt.example', null],
  ['@room', null],
  ['@Channel,', null],
  ['<!channel>', null],
  ['@', null],
])('%s names %s', (word, name) => {
  expect(tokenize(word)[0]?.mention).toBe(name);
});
