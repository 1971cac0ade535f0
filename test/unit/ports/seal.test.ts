/** What is sealed opens with the same key, about the same thing, unchanged; else not. */
import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createSeal } from '../../../src/ports/seal.ts';

const secret = randomBytes(32);
const seal = createSeal(secret);
const sealed = seal.close('xoxb-1', 'installation:T1');

test('what was sealed opens with the same key and about the same thing', () => {
  expect(createSeal(secret).open(sealed, 'installation:T1')).toBe('xoxb-1');
});

test('it opens neither with another key nor about something else', () => {
  expect(() => createSeal(randomBytes(32)).open(sealed, 'installation:T1')).toThrow();
  expect(() => seal.open(sealed, 'installation:T2')).toThrow();
});

test('no byte of it can be changed, and none left out', () => {
  const bytes = Buffer.from(sealed, 'base64');
  for (const index of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
    expect(() => seal.open(changed.toString('base64'), 'installation:T1')).toThrow();
    expect(() => seal.open(bytes.subarray(0, index).toString('base64'), 'installation:T1')).toThrow();
  }
});

test('the same text is never sealed the same way twice, and is not to be seen in it', () => {
  expect(seal.close('xoxb-1', 'installation:T1')).not.toBe(sealed);
  expect(Buffer.from(sealed, 'base64').includes('xoxb-1')).toBe(false);
});
