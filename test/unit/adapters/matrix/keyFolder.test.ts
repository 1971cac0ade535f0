/** The folder of a device's keys: under the folder of all keys whatever the device is called, and closed to others. */
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { keyFolderOf } from '../../../../adapters/matrix/crypto/keyFolder.ts';

const keysDir = mkdtempSync(join(tmpdir(), 'mitwirk-keys-'));
afterAll(() => rmSync(keysDir, { recursive: true }));

test.each(['ABCDEFGHIJ', 'd_7Xk/2', '../../elsewhere', '..', '.'])('device %s has a folder of its own', (deviceId) => {
  expect(dirname(keyFolderOf(keysDir, deviceId).path)).toBe(keysDir);
});

test('is made for nobody else to read, and knows whether there were keys and whose', () => {
  const folder = keyFolderOf(keysDir, 'DEVICE');
  folder.makeReady();

  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  expect(folder.hasKeys()).toBe(false);
  expect(folder.fingerprint()).toBeNull();

  writeFileSync(join(folder.path, 'matrix-sdk-crypto.sqlite3'), '');
  folder.note('public key');

  expect(folder.hasKeys()).toBe(true);
  expect(folder.fingerprint()).toBe('public key');
});

test('says so when a folder cannot be made, also when it is only looked at', () => {
  writeFileSync(join(keysDir, 'file'), '');
  const folder = keyFolderOf(join(keysDir, 'file'), 'DEVICE');

  expect(() => folder.makeReady()).toThrow('ENOTDIR');
  expect(() => folder.check()).toThrow('ENOTDIR');
});

test('looking whether a folder can be made makes none', () => {
  const nested = join(keysDir, 'of', 'another', 'bot');

  keyFolderOf(nested, 'DEVICE').check();

  expect(existsSync(join(keysDir, 'of'))).toBe(false);
});
