/** No secret survives into anything that is printed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keys } from '../../../config/keys.ts';
import { loadConfig } from '../../../config/load.ts';
import { hidden, redact } from '../../../config/redact.ts';

function redactedUrls(databaseUrl: string, redisUrl: string) {
  return redact(loadConfig({ env: { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } })).store;
}

test('credentials and parameters of addresses are hidden, the place stays readable', () => {
  const store = redactedUrls(
    'postgres://bot:geheim@db.example.org:5432/mitwirk?sslmode=require',
    'rediss://cache:6379/0',
  );

  expect(store.databaseUrl).toBe(`postgres://${hidden}@db.example.org:5432/mitwirk?${hidden}`);
  expect(store.redisUrl).toBe('rediss://cache:6379/0');
});

test('settings that are no secret stay as they are', () => {
  const config = loadConfig({ env: { DATABASE_URL: 'postgres://a:b@c/d' } });

  const redacted = redact(config);

  expect({ ...redacted, store: redacted.store.dataDir }).toEqual({ ...config, store: config.store.dataDir });
  expect(config.store.databaseUrl).toBe('postgres://a:b@c/d');
});

test('every address of a store is a secret', () => {
  const addresses = keys.filter((key) => key.path[0] === 'store' && key.path.at(-1)?.endsWith('Url'));

  expect(addresses.map((key) => key.secret)).toEqual(['address', 'address']);
});

test('a password that looks like an address is hidden whole, however it was given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mitwirk-redact-'));
  const file = join(folder, 'password');
  writeFileSync(file, 'ge://heim\n');
  const env = {
    DATABASE_URL: 'postgres://bot@db/mitwirk',
    DATABASE_PASSWORD_FILE: file,
    MITWIRK_MATRIX_PASSWORD: 'ge://heim',
  };

  const redacted = redact(loadConfig({ env }));
  rmSync(folder, { recursive: true });

  expect(redacted.store).toMatchObject({ databaseUrl: `postgres://${hidden}@db/mitwirk`, databasePassword: hidden });
  expect(redacted.matrix.password).toBe(hidden);
});

test('whatever the password, an address shows its place alone or nothing', () => {
  const mark = fc.constantFrom('@', '/', ':', '?', '#', '%40', '[', '&', '.', 'x', '7', 'ß');
  const password = fc.array(mark, { minLength: 1, maxLength: 12 }).map((marks) => marks.join(''));
  const whole = new Set([
    hidden,
    `postgres://${hidden}@db:5432/mitwirk`,
    `postgres://${hidden}@db:5432/mitwirk?${hidden}`,
  ]);

  fc.assert(
    fc.property(password, fc.boolean(), fc.boolean(), (secret, escaped, inQuery) => {
      const written = escaped ? encodeURIComponent(secret) : secret;
      const tail = inQuery ? `?password=${written}` : '';
      const { databaseUrl } = redactedUrls(`postgres://bot:${written}@db:5432/mitwirk${tail}`, 'redis://cache');
      return whole.has(databaseUrl ?? '');
    }),
    { numRuns: 2000 },
  );
});
