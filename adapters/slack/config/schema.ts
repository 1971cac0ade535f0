/** Slack's section of the configuration. */
import { z } from 'zod';
import { keyFacts, secretWord, trueOrFalse } from '../../kit/schema.ts';

export const SlackSection = z
  .strictObject({
    botToken: z
      .string()
      .regex(/^xox[be]\S*$/)
      .optional()
      .describe('Bot token of the installed app (OAuth & Permissions); Slack is connected when it is set.')
      .register(keyFacts, {
        env: 'SLACK_BOT_TOKEN',
        allowed: 'a token that begins with xoxb-',
        example: 'xoxb-TOKEN',
        secret: 'word',
      }),
    transport: z
      .enum(['socket', 'http'])
      .default('socket')
      .describe('How events come in: socket needs no public address, http needs one and checks Slack’s signature.')
      .register(keyFacts, { env: 'MITWIRK_SLACK_TRANSPORT', allowed: 'one of socket, http' }),
    appToken: z
      .string()
      .regex(/^xapp-\S+$/)
      .optional()
      .describe('App-level token with the scope connections:write, for socket.')
      .register(keyFacts, {
        env: 'SLACK_APP_TOKEN',
        allowed: 'a token that begins with xapp-',
        example: 'xapp-TOKEN',
        secret: 'word',
      }),
    signingSecret: z
      .string()
      .regex(secretWord)
      .optional()
      .describe('Signing secret of the app (Basic Information), for http.')
      .register(keyFacts, {
        env: 'SLACK_SIGNING_SECRET',
        allowed: 'the signing secret of the app',
        example: 'SECRET',
        secret: 'word',
      }),
    clientId: z
      .string()
      .regex(secretWord)
      .optional()
      .describe('Client id of the app: several workspaces may install it, each at /slack/install; instead of botToken.')
      .register(keyFacts, { env: 'SLACK_CLIENT_ID', allowed: 'the client id of the app', example: '111.222' }),
    clientSecret: z
      .string()
      .regex(secretWord)
      .optional()
      .describe('Client secret of the app (Basic Information), with clientId.')
      .register(keyFacts, {
        env: 'SLACK_CLIENT_SECRET',
        allowed: 'the client secret of the app',
        example: 'SECRET',
        secret: 'word',
      }),
    tokenKey: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/)
      .optional()
      .describe(
        'Key with which tokens of workspaces are encrypted in the store, with clientId; openssl rand -hex 32 makes one.',
      )
      .register(keyFacts, {
        env: 'MITWIRK_SLACK_TOKEN_KEY',
        allowed: '64 hexadecimal digits',
        example: '0000000000000000000000000000000000000000000000000000000000000000',
        secret: 'word',
      }),
    host: z
      .string()
      .regex(/^[A-Za-z0-9.:-]+$/)
      .default('127.0.0.1')
      .describe('Address on which Slack’s requests are received, for http; put a proxy with TLS in front.')
      .register(keyFacts, { env: 'MITWIRK_SLACK_HOST', allowed: 'an IP address or a host name' }),
    port: z
      .int()
      .min(0)
      .max(65_535)
      .default(3001)
      .describe('TCP port for http; requests go to /slack/events.')
      .register(keyFacts, { env: 'MITWIRK_SLACK_PORT', allowed: 'a whole number from 0 to 65535' }),
    externals: z
      .boolean()
      .default(false)
      .describe('Whether people of other workspaces may take part through Slack Connect.')
      .register(keyFacts, { env: 'MITWIRK_SLACK_EXTERNALS', allowed: trueOrFalse }),
    apiUrl: z
      .string()
      .regex(/^https?:\/\/\S+$/)
      .default('https://slack.com/api/')
      .describe('Slack’s Web API; another address is needed for Slack’s special clouds only.')
      .register(keyFacts, { env: 'MITWIRK_SLACK_API_URL', allowed: 'an address that begins with https://' }),
  })
  .prefault({})
  .describe('Slack; see adapters/slack/README.md for installing the app.');
export type SlackSection = z.infer<typeof SlackSection>;
