/** docker-compose.yml and Dockerfile say what the operations handbook promises, as far as can be told without an engine. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { keys } from '../../config/keys.ts';
import { fileVariableOf } from '../../config/secretFile.ts';
import { composeText, dockerfile, imageEnvironment, readCompose } from '../support/compose.ts';

const compose = readCompose();
const services = Object.entries(compose.services);

function validator() {
  const schema = JSON.parse(readFileSync('test/fixtures/compose/compose-spec.json', 'utf8'));
  // Named by an address that ajv does not know, though it means draft 7.
  delete schema.$schema;
  return new Ajv({ strict: false, validateFormats: false }).compile(schema);
}

test('docker-compose.yml is valid under the Compose schema', () => {
  const validate = validator();

  validate(parse(composeText));

  expect(validate.errors).toBeNull();
});

test('the Compose schema notices a mistake', () => {
  const validate = validator();

  validate({ ...compose, services: { ...compose.services, bot: { ...compose.services.bot, port: ['1:1'] } } });

  expect(validate.errors).not.toBeNull();
});

test('Valkey appends every write to its log and evicts nothing', () => {
  const command = compose.services.valkey.command?.join(' ');

  expect(command).toContain('--appendonly yes');
  expect(command).toContain('--maxmemory-policy noeviction');
});

test('what must outlive a container is in a named volume', () => {
  const named = services.flatMap(([, { volumes }]) => volumes ?? []);

  expect(named.map((volume) => volume.split(':')[0])).toEqual(Object.keys(compose.volumes));
  expect(compose.services.bot.volumes).toEqual(['bot:/data']);
  expect(imageEnvironment().MITWIRK_MATRIX_KEYS).toMatch(/^\/data\//);
});

test('every service can be asked how it is, the bot by Node alone', () => {
  expect(dockerfile).toMatch(/^HEALTHCHECK .*\n +CMD \["node", "-e", /m);
  expect(compose.services.postgres.healthcheck).toBeDefined();
  expect(compose.services.valkey.healthcheck).toBeDefined();
});

test.each(services)('%s is bounded: memory, processors, processes, and what it logs', (_, { deploy, logging }) => {
  const { memory, cpus, pids } = deploy?.resources.limits ?? {};

  expect(memory).toMatch(/^\d+[MG]$/);
  // Docker starts no container that is promised more processors than there are.
  expect(cpus).toBe('1');
  expect(pids).toBeGreaterThan(0);
  expect(logging).toEqual({ driver: 'local', options: { 'max-size': '10m', 'max-file': '5' } });
});

test('every image is pinned to a release, and the bot runs on the Node that the tests run on', () => {
  const lock: { packages: Record<string, { version: string }> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1]);

  expect(new Set(bases)).toEqual(new Set([`node:${lock.packages['node_modules/node']?.version}-trixie-slim`]));
  expect(compose.services.postgres.image).toMatch(/^postgres:\d+\.\d+-\w+$/);
  expect(compose.services.valkey.image).toMatch(/^valkey\/valkey:\d+\.\d+\.\d+$/);
});

test('ports are published on loopback only, those of the bot and no others', () => {
  const published = services.flatMap(([, { ports }]) => ports ?? []);

  expect(published).toEqual(['127.0.0.1:3000:3000', '127.0.0.1:3001:3001']);
  expect(keys.filter(({ path }) => path.at(-1) === 'port').map(({ fallback }) => fallback)).toEqual([3000, 3001]);
});

test('every variable the containers set is one the bot knows', () => {
  const known = new Set([...keys.flatMap((key) => [key.env, fileVariableOf(key)]), 'NODE_ENV']);
  const given = Object.keys({ ...imageEnvironment(), ...compose.services.bot.environment });

  expect(given).toContain('MITWIRK_DATA');
  expect(given.filter((name) => !known.has(name))).toEqual([]);
});

test('no secret is written into the file', () => {
  const secret = keys.filter(({ secret }) => secret === 'word').map(({ env }) => env);
  const given = Object.entries(compose.services.bot.environment ?? {});

  expect(given.filter(([name, value]) => secret.includes(name) && value !== '')).toEqual([]);
  expect(composeText).not.toMatch(/:\/\/\w*:[^@/]*@/);
});

test('the image runs without root, without development packages, and takes the words of the command line', () => {
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toContain('--omit=dev --ignore-scripts');
  expect(dockerfile).toMatch(/^ENTRYPOINT \["node", "src\/main.ts"\]$/m);
});

test('the image holds what the Dockerfile copies, and no settings or secrets', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) => match[1]?.split(' ') ?? []);
  const [everything, ...rest] = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => /^[^#]/.test(line));
  const allowed = rest.filter((line) => line.startsWith('!')).map((line) => line.slice(1));

  expect(everything).toBe('*');
  expect(allowed.toSorted()).toEqual([...new Set(copied)].toSorted());
  expect(rest).toContain('config/mitwirk.yaml');
});
