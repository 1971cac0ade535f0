/** docker-compose.yml and Dockerfile say what the operations handbook promises, as far as can be told without an engine. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { keys } from '../../config/keys.ts';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
}

const composeText = readFileSync('docker-compose.yml', 'utf8');
const compose: { services: Record<'bot' | 'postgres' | 'redis', Service>; volumes: object } = parse(composeText);
const dockerfile = readFileSync('Dockerfile', 'utf8');

function validator() {
  const schema = JSON.parse(readFileSync('test/fixtures/compose/compose-spec.json', 'utf8'));
  // Named by an address that ajv does not know, though it means draft 7.
  delete schema.$schema;
  return new Ajv({ strict: false, validateFormats: false }).compile(schema);
}

test('docker-compose.yml is valid under the Compose schema', () => {
  const validate = validator();

  validate(compose);

  expect(validate.errors).toBeNull();
});

test('the Compose schema notices a mistake', () => {
  const validate = validator();

  validate({ ...compose, services: { ...compose.services, bot: { ...compose.services.bot, port: ['1:1'] } } });

  expect(validate.errors).not.toBeNull();
});

test('Redis appends every write to its log and evicts nothing', () => {
  const command = compose.services.redis.command?.join(' ');

  expect(command).toContain('--appendonly yes');
  expect(command).toContain('--maxmemory-policy noeviction');
});

test('what must outlive a container is in a named volume', () => {
  const { bot, postgres, redis } = compose.services;
  const named = [bot, postgres, redis].flatMap((service) => service.volumes ?? []);

  expect(named.map((volume) => volume.split(':')[0])).toEqual(Object.keys(compose.volumes));
  expect(bot.volumes).toEqual(['bot:/data']);
  expect(dockerfile).toMatch(/MITWIRK_MATRIX_KEYS=\/data\//);
});

test('every service can be asked how it is', () => {
  expect(dockerfile).toMatch(/^HEALTHCHECK /m);
  expect(compose.services.postgres.healthcheck).toBeDefined();
  expect(compose.services.redis.healthcheck).toBeDefined();
});

test('ports are published on loopback only, and those of the stores not at all', () => {
  const published = Object.values(compose.services).flatMap((service) => service.ports ?? []);

  expect(published).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
});

test('every variable the containers set is one the bot knows', () => {
  const known = new Set([...keys.map((key) => key.env), 'NODE_ENV']);
  const inImage = [...dockerfile.matchAll(/^(?:ENV| {3}) ?([A-Z_]+)=/gm)].map((match) => match[1]);
  const inCompose = Object.keys(compose.services.bot.environment ?? {});

  expect(inImage).toContain('MITWIRK_DATA');
  expect([...inImage, ...inCompose].filter((name) => !known.has(name ?? ''))).toEqual([]);
});

test('no password is written into the file', () => {
  const passwords = [...composeText.matchAll(/PASSWORD: (.*)|:\/\/\w+:([^@]*)@/g)].map((match) => match[1] ?? match[2]);

  expect(passwords).toHaveLength(2);
  for (const password of passwords) expect(password).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
});

test('the image runs without root and without development packages', () => {
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toContain('--omit=dev --ignore-scripts');
});
