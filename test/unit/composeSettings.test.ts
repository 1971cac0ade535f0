/** Every setting reaches the bot in the containers, by the names that the documents use. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { composeVariables, givenToContainers } from '../../config/containers.ts';
import { renderEnvExample } from '../../config/envExample.ts';
import { fileVariable } from '../../config/environment.ts';
import { type Key, keys } from '../../config/keys.ts';
import { loadConfig } from '../../config/load.ts';
import { fileVariableOf } from '../../config/secretFile.ts';
import { botEnvironment, composeVariableNames, imageEnvironment, readCompose } from '../support/compose.ts';

const folder = mkdtempSync(join(tmpdir(), 'mitwirk-compose-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'password'), 'pass:w@rd/\n');

const passedOn = keys.filter(({ env }) => !(env in givenToContainers));
const secrets = keys.filter(({ secret }) => secret);

/** The configuration of a bot whose `.env` says that. */
function configured(dotEnv: Readonly<Record<string, string>>): unknown {
  return loadConfig({ env: botEnvironment({ DATABASE_PASSWORD_FILE: 'password', ...dotEnv }, folder) });
}

function valueAt(config: unknown, { path }: Key): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], config);
}

/** A value other than the default, as a word of the environment. */
function sampleOf({ env, kind, fallback, example }: Key): string {
  if (kind === 'boolean') return String(fallback !== true);
  if (kind === 'list') return 'matrix:@koordination:example.org,matrix:@vorsitz:example.org';
  const others: Readonly<Record<string, string>> = {
    MITWIRK_LOCALE: 'en',
    MITWIRK_ZONE: 'Europe/Vienna',
    MITWIRK_LOG: 'warn',
    MITWIRK_SLACK_TRANSPORT: 'http',
    MITWIRK_SLACK_API_URL: 'https://slack-gov.com/api/',
  };
  return others[env] ?? String(example);
}

describe('a setting in .env', () => {
  test.each(passedOn.map((key) => [key.env, key] as const))('%s reaches the bot', (name, key) => {
    const sample = sampleOf(key);

    const value = valueAt(configured({ [name]: sample }), key);

    expect(value).not.toEqual(key.fallback);
    expect(Array.isArray(value) ? value.join(',') : String(value)).toBe(sample);
  });

  test('that is left out has the default of the product', () => {
    const config = configured({});

    for (const key of passedOn) expect([key.env, valueAt(config, key)]).toEqual([key.env, key.fallback]);
  });

  test('that is mistyped is refused', () => {
    expect(() => configured({ MITWIRK_ZNE: 'Europe/Vienna' })).toThrow('did you mean MITWIRK_ZONE?');
  });

  test.each(['PORT', 'MITWIRK_SLACK_PORT'])('%s is the port of the machine, and not that of the bot', (name) => {
    expect(configured({ [name]: '8080' })).toEqual(configured({}));
    expect(readCompose({ [name]: '8080' }).services.bot.ports).toContainEqual(
      expect.stringMatching(/^127\.0\.0\.1:8080:/),
    );
  });

  test('that cannot be given there is given by the image or the compose file', () => {
    const given = { ...imageEnvironment(), ...readCompose().services.bot.environment };
    const names = Object.keys(givenToContainers);

    expect(names.filter((name) => !given[name] && !given[`${name}_FILE`])).toEqual([]);
    expect(names.filter((name) => !keys.some(({ env }) => env === name))).toEqual([]);
  });
});

describe('a secret', () => {
  test.each(secrets.filter((key) => passedOn.includes(key)).map((key) => [fileVariableOf(key) ?? '', key] as const))(
    'reaches the bot as the file that %s names',
    (name, key) => {
      writeFileSync(join(folder, key.env), `${key.example}\n`);

      expect(valueAt(configured({ [name]: key.env }), key)).toBe(key.example);
    },
  );

  test('of the database is one file for both, and may hold what an address may not', () => {
    const { bot, postgres } = readCompose().services;

    expect(configured({})).toMatchObject({
      store: { databaseUrl: 'postgres://mitwirk:pass%3Aw%40rd%2F@postgres:5432/mitwirk' },
    });
    expect(postgres.environment?.POSTGRES_PASSWORD_FILE).toBe(bot.environment?.DATABASE_PASSWORD_FILE);
    expect(postgres.secrets).toEqual(['DATABASE_PASSWORD']);
  });

  test('that is not used needs no file', () => {
    const { services, secrets } = readCompose();
    const files = Object.entries(secrets).filter(([, { file }]) => file !== '/dev/null');

    expect(services.bot.secrets).toEqual(Object.keys(secrets));
    expect(files).toEqual([['DATABASE_PASSWORD', { file: './secrets/DATABASE_PASSWORD' }]]);
  });
});

describe('the names of variables', () => {
  const documents = ['README.md', 'docs/operations.md', 'adapters/slack/README.md', 'adapters/matrix/README.md'];
  const known = new Set([
    ...keys.flatMap((key) => [key.env, fileVariableOf(key)]),
    ...composeVariables.map(({ name }) => name),
    fileVariable,
  ]);

  test.each(documents)('in %s are those of the schema', (file) => {
    const named = readFileSync(file, 'utf8').match(
      /\b(?:(?:MITWIRK|SLACK|MATRIX|DATABASE|REDIS|POSTGRES)_[A-Z_]+|PORT)\b/g,
    );

    expect((named ?? []).filter((name) => !known.has(name))).toEqual([]);
  });

  test('in .env.example are all that the compose file asks for, secrets by their files', () => {
    const shown = [...renderEnvExample().matchAll(/^#(\w+)=/gm)].map((match) => match[1] ?? '');
    const byThemselves = secrets.map(({ env }) => env);

    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.toSorted()).toEqual(
      [...composeVariableNames()].filter((name) => !byThemselves.includes(name)).toSorted(),
    );
  });
});
