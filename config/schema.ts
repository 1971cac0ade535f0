/** Every setting of the product: its type, its default, what it means and what the environment calls it. */
import { z } from 'zod';
import { keyFacts, trueOrFalse } from '../adapters/kit/schema.ts';
import { platforms } from '../adapters/platforms.ts';
import { DEFAULT_LOCALE, LANGUAGES } from '../src/text/catalogue.ts';
import { passwordFits } from './databasePassword.ts';
import { isTimeZone } from './timeZone.ts';

const locales = LANGUAGES.map((language) => language.tag);
const titles = Object.values(platforms).map(({ title }) => title);

/** Each chat platform describes its own section. */
const ofPlatforms = Object.fromEntries(Object.entries(platforms).map(([name, { section }]) => [name, section])) as {
  readonly [Name in keyof typeof platforms]: (typeof platforms)[Name]['section'];
};

const server = z
  .strictObject({
    host: z
      .string()
      .regex(/^[A-Za-z0-9.:-]+$/)
      .default('127.0.0.1')
      .describe(
        'Address the web server listens on. Beyond loopback the local page starts only with local.exposed; GET /healthz may listen anywhere.',
      )
      .register(keyFacts, { env: 'MITWIRK_HOST', allowed: 'an IP address or a host name' }),
    port: z
      .int()
      .min(0)
      .max(65_535)
      .default(3000)
      .describe('TCP port of the web server; 0 takes a free one and prints it.')
      .register(keyFacts, { env: 'PORT', allowed: 'a whole number from 0 to 65535' }),
  })
  .prefault({})
  .describe('The web server: the local page and GET /healthz.');

const store = z
  .strictObject({
    dataDir: z
      .string()
      .min(1)
      .default('./data')
      .describe('Folder of the embedded store, relative to the working directory; unused when databaseUrl is set.')
      .register(keyFacts, { env: 'MITWIRK_DATA', allowed: 'the path of a folder' }),
    databaseUrl: z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/)
      .optional()
      .describe('PostgreSQL 13 or newer to keep everything in, instead of the embedded store.')
      .register(keyFacts, {
        env: 'DATABASE_URL',
        allowed: 'an address that begins with postgres:// or postgresql://',
        example: 'postgres://mitwirk@localhost:5432/mitwirk',
        secret: 'address',
      }),
    databasePassword: z
      .string()
      .min(1)
      .optional()
      .describe('Password of the database, where it does not stand in databaseUrl.')
      .register(keyFacts, {
        env: 'DATABASE_PASSWORD',
        allowed: 'a password, with a databaseUrl that names a user and no password',
        example: 'PASSWORD',
        secret: 'word',
      }),
    redisUrl: z
      .string()
      .regex(/^rediss?:\/\/\S+$/)
      .optional()
      .describe('Redis or Valkey to wake the bot through, instead of the database; needed only for several replicas.')
      .register(keyFacts, {
        env: 'REDIS_URL',
        allowed: 'an address that begins with redis:// or rediss://',
        example: 'redis://:PASSWORD@localhost:6379/0',
        secret: 'address',
      }),
  })
  .refine(passwordFits, { path: ['databasePassword'] })
  .prefault({})
  .describe('Where facts are kept and what wakes the bot.');

const local = z
  .strictObject({
    enabled: z
      .boolean()
      .optional()
      .describe(
        `Serves the chat page for trying out and training, on which everybody may speak as anybody. Left out, it is served where neither ${titles.join(' nor ')} is configured; true serves it beside a real chat, too.`,
      )
      .register(keyFacts, { env: 'MITWIRK_LOCAL', allowed: trueOrFalse, example: false }),
    exposed: z
      .boolean()
      .default(false)
      .describe(
        'Serves the page also where server.host lets other machines in: whoever reaches the port and gets hold of an address of the page can speak as anybody, and nothing on the way is encrypted. A container that publishes the port to loopback only needs it.',
      )
      .register(keyFacts, { env: 'MITWIRK_LOCAL_EXPOSED', allowed: trueOrFalse }),
    example: z
      .boolean()
      .default(true)
      .describe(
        `Loads the example process when the store is empty and the page stands alone, without ${titles.join(' or ')}.`,
      )
      .register(keyFacts, { env: 'MITWIRK_EXAMPLE', allowed: trueOrFalse }),
  })
  .prefault({})
  .describe('The local chat, which needs no account anywhere.');

const log = z
  .strictObject({
    level: z
      .enum(['info', 'warn', 'error'])
      .default('info')
      .describe('The least serious kind of line that is logged.')
      .register(keyFacts, { env: 'MITWIRK_LOG', allowed: 'one of info, warn, error' }),
  })
  .prefault({})
  .describe('Log lines for operators, on standard error.');

/** The whole configuration; a key that is not here is refused. */
export const Config = z.strictObject({
  server,
  store,
  locale: z
    .enum(locales)
    .default(DEFAULT_LOCALE)
    .describe('Language of a process that has not chosen its own.')
    .register(keyFacts, { env: 'MITWIRK_LOCALE', allowed: `one of ${locales.join(', ')}` }),
  zone: z
    .string()
    .refine(isTimeZone)
    .default('Europe/Berlin')
    .describe('Time zone (IANA name) of a process that has not chosen its own.')
    .register(keyFacts, { env: 'MITWIRK_ZONE', allowed: 'an IANA time zone such as Europe/Berlin' }),
  coordinators: z
    .array(z.string().regex(/^[a-z]+:\S+$/))
    .default(['local:koordination'])
    .describe('Who may set up a process: one platform and identity each, separated by commas in the environment.')
    .register(keyFacts, {
      env: 'MITWIRK_COORDINATORS',
      allowed: 'a list of identities such as local:koordination or matrix:@koordination:example.org',
    }),
  local,
  ...ofPlatforms,
  log,
});

/** The configuration after defaults. */
export type Config = z.infer<typeof Config>;
