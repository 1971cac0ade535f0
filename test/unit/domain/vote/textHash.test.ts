/** The fingerprint of a text put to the vote. */
import { expect, test } from '@jest/globals';
import { textHash } from '../../../../src/domain/vote/textHash.ts';

test('It is SHA-256 over title, line feed and text, the same on every machine', () => {
  expect(textHash('', '')).toBe('01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b');
});

test('Composed and decomposed umlauts are the same text', () => {
  expect(textHash('Maßnahme', 'F\u00f6rderung')).toBe(textHash('Maßnahme', 'Fo\u0308rderung'));
});

test.each([
  ['Titel', 'Text.'],
  ['Titel', 'text'],
  ['Titel', 'Text '],
  ['Titel ', 'Text'],
  ['TitelText', ''],
])('%j with %j is another text', (title, text) => {
  expect(textHash(title, text)).not.toBe(textHash('Titel', 'Text'));
});
