/** Matrix's section of the configuration. */
import { z } from 'zod';
import { keyFacts, secretWord } from '../../kit/schema.ts';

export const MatrixSection = z
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
export type MatrixSection = z.infer<typeof MatrixSection>;
