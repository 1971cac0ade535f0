/** Every setting of the product: its type, its default, what it means and what the environment calls it. */
import { z } from 'zod';
import { DEFAULT_LOCALE, LANGUAGES } from '../src/text/catalogue.ts';
import { passwordFits } from './databasePassword.ts';
import { keyFacts, secretWord, trueOrFalse } from './facts.ts';
import { slack } from './slackSection.ts';
import { isTimeZone } from './timeZone.ts';

const locales = LANGUAGES.map((language) => language.tag);

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
        'Serves the chat page for trying out and training, on which everybody may speak as anybody. Left out, it is served where neither Slack nor Matrix is configured; true serves it beside a real chat, too.',
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
      .describe('Loads the example process when the store is empty and the page stands alone, without Slack or Matrix.')
      .register(keyFacts, { env: 'MITWIRK_EXAMPLE', allowed: trueOrFalse }),
  })
  .prefault({})
  .describe('The local chat, which needs no account anywhere.');

const matrix = z
  .strictObject({
    homeserver: z
      .string()
      .regex(/^https?:\/\/[^\s/]+\/?$/)
      .optional()
      .describe('Address of the homeserver’s client API; Matrix is connected when it is set.')
      .register(keyFacts, {
        env: 'MITWIRK_MATRIX_HOMESERVER',
        allowed: 'an address that begins with https:// and has no path',
        example: 'https://matrix.example.org',
      }),
    accessToken: z
      .string()
      .regex(secretWord)
      .optional()
      .describe('Access token of the bot’s account; or user and password.')
      .register(keyFacts, {
        env: 'MITWIRK_MATRIX_ACCESS_TOKEN',
        allowed: 'an access token',
        example: 'TOKEN',
        secret: 'word',
      }),
    user: z
      .string()
      .regex(secretWord)
      .optional()
      .describe('The bot’s account, for logging in with a password.')
      .register(keyFacts, {
        env: 'MITWIRK_MATRIX_USER',
        allowed: 'a user name or a Matrix id',
        example: '@mitwirk:example.org',
      }),
    password: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Password of the bot’s account; the session it begins is kept in the store, encrypted with a key made from the password.',
      )
      .register(keyFacts, {
        env: 'MITWIRK_MATRIX_PASSWORD',
        allowed: 'the password of the account',
        example: 'PASSWORD',
        secret: 'word',
      }),
    invitesFrom: z
      .array(z.string().regex(/^@?[^\s,]+$/))
      .default([])
      .describe(
        'Whose invitations into rooms are accepted, separated by commas in the environment; left empty, those of people on the bot’s own server.',
      )
      .register(keyFacts, {
        env: 'MITWIRK_MATRIX_INVITES_FROM',
        allowed: 'a list of servers such as example.org and people such as @koordination:example.org',
      }),
    keysDir: z
      .string()
      .min(1)
      .default('./data/matrix')
      .describe(
        'Folder of the encryption keys: back it up with the store. Unused where the encryption library is missing.',
      )
      .register(keyFacts, { env: 'MITWIRK_MATRIX_KEYS', allowed: 'the path of a folder' }),
  })
  .prefault({})
  .describe('Matrix; see adapters/matrix/README.md for setting up the account.');

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
  slack,
  matrix,
  log,
});

/** The configuration after defaults. */
export type Config = z.infer<typeof Config>;
