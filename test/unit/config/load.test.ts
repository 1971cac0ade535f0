/** Where settings come from, and what is said when they are wrong. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { ConfigError } from '../../../config/configError.ts';
import { keys } from '../../../config/keys.ts';
import { loadConfig } from '../../../config/load.ts';

const folder = mkdtempSync(join(tmpdir(), 'mitwirk-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'mitwirk.yaml');
  writeFileSync(path, text);
  return path;
}

function problems(text: string, env: Record<string, string> = {}): readonly string[] {
  try {
    loadConfig({ file: file(text), env });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

const allowedPort = 'allowed is a whole number from 0 to 65535.';

describe('settings', () => {
  test('are the defaults when nothing is said anywhere', () => {
    expect(loadConfig({ file: file(''), env: {} })).toEqual({
      server: { host: '127.0.0.1', port: 3000 },
      store: { dataDir: './data' },
      locale: 'de',
      zone: 'Europe/Berlin',
      coordinators: ['local:koordination'],
      local: { exposed: false, example: true },
      slack: {
        transport: 'socket',
        host: '127.0.0.1',
        port: 3001,
        externals: false,
        apiUrl: 'https://slack.com/api/',
      },
      matrix: { invitesFrom: [], keysDir: './data/matrix' },
      log: { level: 'info' },
    });
  });

  test('come from the file named by the environment', () => {
    const path = file('zone: Europe/Vienna\n');

    expect(loadConfig({ env: { MITWIRK_CONFIG: path } }).zone).toBe('Europe/Vienna');
  });

  test('of the environment win over those of the file, in the type of the setting', () => {
    const text = 'server: { port: 4000, host: 0.0.0.0 }\nlocal: { example: true }\n';
    const env = {
      PORT: '5000',
      MITWIRK_EXAMPLE: 'false',
      MITWIRK_COORDINATORS: 'local:anna, local:ben',
      REDIS_URL: '',
    };

    const config = loadConfig({ file: file(text), env });

    expect(config.server).toEqual({ host: '0.0.0.0', port: 5000 });
    expect(config.local.example).toBe(false);
    expect(config.coordinators).toEqual(['local:anna', 'local:ben']);
    expect(config.store).not.toHaveProperty('redisUrl');
  });

  test('may sit in sections whose lines are all commented out', () => {
    expect(loadConfig({ file: file('server:\n  # port: 1\nlog:\n'), env: {} }).server.port).toBe(3000);
  });
});

describe('a secret in a file', () => {
  const secrets = keys.filter(({ secret }) => secret);

  function secretFile(text: string): string {
    const path = join(folder, 'secret');
    writeFileSync(path, text);
    return path;
  }

  test.each([
    ['xoxb-1', 'xoxb-1'],
    ['xoxb-1\n', 'xoxb-1'],
    ['xoxb-1\r\n\n', 'xoxb-1'],
  ])('is taken without the line ends behind it: %j', (text, token) => {
    const env = { SLACK_BOT_TOKEN: '', SLACK_BOT_TOKEN_FILE: secretFile(text) };

    expect(loadConfig({ file: file(''), env }).slack.botToken).toBe(token);
  });

  test('wins over the configuration file', () => {
    const env = { MITWIRK_MATRIX_PASSWORD_FILE: secretFile(' zwei  Wörter \n') };

    expect(loadConfig({ file: file('matrix: { password: other }'), env }).matrix.password).toBe(' zwei  Wörter ');
  });

  test('counts as not set where no file is named', () => {
    expect(loadConfig({ file: file(''), env: { SLACK_BOT_TOKEN_FILE: ' ' } }).slack).not.toHaveProperty('botToken');
  });

  test.each([
    ['is missing', join(folder, 'none'), 'cannot be read: there is no such file.'],
    ['is a folder', folder, 'cannot be read: it is a folder.'],
  ])('that %s is refused', (_, path, why) => {
    expect(problems('', { SLACK_BOT_TOKEN_FILE: path })).toEqual([`SLACK_BOT_TOKEN_FILE: the file it names ${why}`]);
  });

  test.each(['', '\n', ' \r\n'])('that is empty is refused: %j', (text) => {
    expect(problems('', { SLACK_BOT_TOKEN_FILE: secretFile(text) })).toEqual([
      'SLACK_BOT_TOKEN_FILE: the file it names is empty.',
    ]);
  });

  test('beside the same secret itself is refused', () => {
    expect(problems('', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_BOT_TOKEN_FILE: secretFile('xoxb-1') })).toEqual([
      'SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE: only one of the two may be set.',
    ]);
  });

  test('that holds something else is refused under the name of its variable, and all mistakes are told at once', () => {
    const env = { SLACK_APP_TOKEN_FILE: secretFile('xoxb-geheim'), DATABASE_URL_FILE: join(folder, 'none'), PORT: 'x' };

    expect(problems('', env)).toEqual([
      `PORT (server.port): "x" is not allowed; ${allowedPort}`,
      'SLACK_APP_TOKEN_FILE (slack.appToken): the value is not allowed; allowed is a token that begins with xapp-.',
      'DATABASE_URL_FILE: the file it names cannot be read: there is no such file.',
    ]);
  });

  test('is for secrets only', () => {
    expect(problems('', { MITWIRK_ZONE_FILE: secretFile('Europe/Vienna') })).toEqual([
      'MITWIRK_ZONE_FILE: there is no such environment variable; did you mean MITWIRK_ZONE?',
    ]);
  });

  test.each(secrets.map(({ env }) => env))('is never told, nor is %s written in place of the path', (name) => {
    const wrong = ' geheim geheim ';
    const found = [
      problems('zone: x', { [`${name}_FILE`]: 'geheim' }),
      problems('zone: x', { [`${name}_FILE`]: secretFile(wrong) }),
      problems('zone: x', { [name]: wrong, [`${name}_FILE`]: 'geheim' }),
    ];

    expect(found.flat().filter((line) => line.includes('geheim'))).toEqual([]);
  });
});

describe('the password of the database', () => {
  const plain = 'postgres://mitwirk@db:5432/mitwirk';

  test('whatever it is, arrives in the address as it was given', () => {
    const password = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text);

    fc.assert(
      fc.property(password, (text) => {
        const { databaseUrl } = loadConfig({
          file: file(stringify({ store: { databaseUrl: plain, databasePassword: text } })),
          env: {},
        }).store;
        const address = new URL(databaseUrl ?? '');
        return (
          decodeURIComponent(address.password) === text && address.host === 'db:5432' && address.username === 'mitwirk'
        );
      }),
      { numRuns: 300 },
    );
  });

  test.each([[undefined], ['postgres://db/mitwirk'], ['postgres://mitwirk:geheim@db/mitwirk']])(
    'needs an address with a user and without a password, not %s',
    (DATABASE_URL) => {
      expect(problems('', { DATABASE_PASSWORD: 'geheim', ...(DATABASE_URL && { DATABASE_URL }) })).toEqual([
        'DATABASE_PASSWORD (store.databasePassword): the value is not allowed; allowed is a password, with a databaseUrl that names a user and no password.',
      ]);
    },
  );
});

describe('a refused configuration', () => {
  test('names everything that is wrong at once, each with its place and what is allowed', () => {
    expect(problems('server: { port: 70000 }\nzone: Europe/Berln\n', { MITWIRK_LOCALE: 'fr' })).toEqual([
      `server.port: 70000 is not allowed; ${allowedPort}`,
      'MITWIRK_LOCALE (locale): "fr" is not allowed; allowed is one of de, en.',
      'zone: "Europe/Berln" is not allowed; allowed is an IANA time zone such as Europe/Berlin.',
    ]);
  });

  test.each([
    ['server: { prot: 1 }', 'server.prot: there is no such setting; did you mean server.port?'],
    ['server: { database_url: 1 }', 'server.database_url: there is no such setting; allowed here are host, port.'],
    ['databaseUrl: 1', 'databaseUrl: there is no such setting; did you mean store.databaseUrl?'],
    ['store: { data-dir: x }', 'store.data-dir: there is no such setting; did you mean store.dataDir?'],
    [
      '__proto__: { a: 1 }',
      '__proto__: there is no such setting; allowed here are server, store, locale, zone, coordinators, local, slack, matrix, log.',
    ],
    [
      '"p@ss word": 1',
      '(a key that is not a plain word): there is no such setting; allowed here are server, store, locale, zone, coordinators, local, slack, matrix, log.',
    ],
  ])('refuses the unknown key in %s', (text, sentence) => {
    expect(problems(text)).toEqual([sentence]);
  });

  test.each([
    ['server: 3', 'server: must hold settings, one a line: host, port.'],
    [
      '- a',
      'The file must hold settings, one a line: server, store, locale, zone, coordinators, local, slack, matrix, log.',
    ],
    ['server: { port: "3000" }', `server.port: "3000" is not allowed; ${allowedPort}`],
    ['zone: "+02:00"', 'zone: "+02:00" is not allowed; allowed is an IANA time zone such as Europe/Berlin.'],
    [
      'coordinators: [local:anna, "]"]',
      'coordinators.1: "]" is not allowed; allowed is a list of identities such as local:koordination or matrix:@koordination:example.org.',
    ],
  ])('explains the wrong value in %s', (text, sentence) => {
    expect(problems(text)).toEqual([sentence]);
  });

  test('says which variable of the environment is wrong', () => {
    expect(problems('', { PORT: 'http' })).toEqual([`PORT (server.port): "http" is not allowed; ${allowedPort}`]);
    expect(problems('', { MITWIRK_DATE: 'x' })).toEqual([
      'MITWIRK_DATE: there is no such environment variable; did you mean MITWIRK_DATA?',
    ]);
  });

  test('never repeats the value of a secret', () => {
    expect(problems('store: { databaseUrl: "mysql://u:geheim@h/d" }')).toEqual([
      'store.databaseUrl: the value is not allowed; allowed is an address that begins with postgres:// or postgresql://.',
    ]);
  });

  test.each([
    ['server:\n  port: 1\n port: 2', 'line 3 is not valid YAML'],
    ['a: 1\nb: "geheim', 'line 2 is not valid YAML'],
    ['a: !geheim 1', 'line 1 is not valid YAML'],
    ['zone: A\nzone: B', 'line 2 is not valid YAML (duplicate key)'],
    ['a: &x 1\nb: *x', 'aliases (*name) are not supported'],
  ])('points at the line of what is no YAML, quoting nothing: %j', (text, part) => {
    const found = problems(text);

    expect(found).toHaveLength(1);
    expect(found[0]).toContain(part);
    expect(found[0]).not.toContain('geheim');
  });

  test('is one sentence when the file cannot be read', () => {
    expect(() => loadConfig({ file: join(folder, 'none.yaml'), env: {} })).toThrow(
      'none.yaml: cannot be read: there is no such file.',
    );
    expect(() => loadConfig({ file: folder, env: {} })).toThrow('cannot be read: it is a folder.');
  });

  test('whatever the file says, ends in sentences without the value of a secret', () => {
    const secret = fc.constantFrom('geheim', 'postgres//bot:geheim@db', ['geheim'], { geheim: 1 });
    const name = fc.constantFrom(...keys.flatMap((key) => key.path), 'prot', 'constructor');
    const section = fc.dictionary(name, fc.oneof(fc.jsonValue(), fc.dictionary(name, fc.jsonValue())), { maxKeys: 4 });

    fc.assert(
      fc.property(section, secret, (rest, url) => {
        const tree = { ...rest, store: { databaseUrl: url, redisUrl: url } };
        const found = problems(stringify(tree, { aliasDuplicateObjects: false }));
        return found.length >= 2 && found.every((line) => /[.?]$/.test(line) && !line.includes('geheim'));
      }),
      { numRuns: 300 },
    );
  });
});
