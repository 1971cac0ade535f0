/** What people typed arrives as they typed it, but for what no store keeps and what steers a terminal. */
import { expect, test } from '@jest/globals';
import { storable } from '../../../src/text/storable.ts';

test.each([
  ['Bürger*innen & <b> @room', 'Bürger*innen & <b> @room'],
  ['eine\r\nzweite\n\tdritte', 'eine\nzweite\n\tdritte'],
  ['rot\u001b[31m\u0000\u0007\u009b', 'rot[31m'],
  ['halb \ud83d und ganz 🧑', 'halb \ufffd und ganz 🧑'],
])('%j is kept as %j', (typed, kept) => {
  expect(storable(typed)).toBe(kept);
});
