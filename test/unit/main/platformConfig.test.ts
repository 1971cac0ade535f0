/** A platform is configured whole or not at all: in part, it would stay silent, or the bot would start for ever. */
import { describe, expect, test } from '@jest/globals';
import { SettingMissing } from '../../../adapters/kit/settings.ts';
import { readMatrix } from '../../../adapters/matrix/config/read.ts';
import { readSlack } from '../../../adapters/slack/config/read.ts';
import { loadConfig } from '../../../config/load.ts';

const botToken = { SLACK_BOT_TOKEN: 'xoxb-1' };
const consent = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's', MITWIRK_SLACK_TOKEN_KEY: '0'.repeat(64) };
const http = { MITWIRK_SLACK_TRANSPORT: 'http', SLACK_SIGNING_SECRET: 's' };
const account = { MITWIRK_MATRIX_USER: 'mitwirk', MITWIRK_MATRIX_PASSWORD: 'p' };
const homeserver = { MITWIRK_MATRIX_HOMESERVER: 'https://matrix.example.org' };

type Environment = Readonly<Record<string, string>>;

function refused(configOf: (env: Environment) => unknown, env: Environment): string {
  try {
    configOf(env);
  } catch (error) {
    if (error instanceof SettingMissing) return error.message;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

describe('Slack', () => {
  const slack = (env: Environment) => readSlack(loadConfig({ env }).slack);

  test.each([
    ['Socket Mode', { ...botToken, SLACK_APP_TOKEN: 'xapp-1' }, 'token', 'socket'],
    ['HTTP', { ...botToken, ...http }, 'token', 'http'],
    ['consent', { ...consent, ...http }, 'consent', 'http'],
  ])('is used by %s', (_, env, by, mode) => {
    expect(slack(env)).toMatchObject({ access: { by }, transport: { mode } });
  });

  test('is left alone where nothing of it is set', () => {
    expect(slack({ MITWIRK_SLACK_EXTERNALS: 'true' })).toBeNull();
  });

  test.each<readonly [Environment, string]>([
    [botToken, 'slack.appToken (SLACK_APP_TOKEN): is needed when slack.transport is socket.'],
    [
      { ...botToken, MITWIRK_SLACK_TRANSPORT: 'http' },
      'slack.signingSecret (SLACK_SIGNING_SECRET): is needed when slack.transport is http.',
    ],
    [{ SLACK_CLIENT_ID: '1.2' }, 'slack.clientSecret (SLACK_CLIENT_SECRET): is needed when slack.clientId is set.'],
    [
      { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's' },
      'slack.tokenKey (MITWIRK_SLACK_TOKEN_KEY): is needed when slack.clientId is set.',
    ],
    [consent, 'slack.transport (MITWIRK_SLACK_TRANSPORT) http: is needed when slack.clientId is set.'],
    [
      { SLACK_APP_TOKEN: 'xapp-1' },
      'slack.botToken (SLACK_BOT_TOKEN) or slack.clientId (SLACK_CLIENT_ID): is needed when slack.appToken is set.',
    ],
    [
      { SLACK_CLIENT_SECRET: 's' },
      'slack.botToken (SLACK_BOT_TOKEN) or slack.clientId (SLACK_CLIENT_ID): is needed when slack.clientSecret is set.',
    ],
  ])('with %j alone is refused', (env, sentence) => {
    expect(refused(slack, env)).toBe(sentence);
  });
});

describe('Matrix', () => {
  const matrix = (env: Environment) => readMatrix(loadConfig({ env }).matrix);

  test.each<readonly [string, Environment]>([
    ['a password', { ...homeserver, ...account }],
    ['a token', { ...homeserver, MITWIRK_MATRIX_ACCESS_TOKEN: 't' }],
  ])('is used by %s', (_, env) => {
    expect(matrix(env)).toMatchObject({ homeserver: 'https://matrix.example.org' });
  });

  test('is left alone where nothing of it is set', () => {
    expect(matrix({})).toBeNull();
  });

  test.each<readonly [Environment, string]>([
    [
      { ...homeserver, MITWIRK_MATRIX_USER: 'mitwirk' },
      'matrix.accessToken (MITWIRK_MATRIX_ACCESS_TOKEN), or matrix.user and matrix.password: is needed when matrix.homeserver is set.',
    ],
    [account, 'matrix.homeserver (MITWIRK_MATRIX_HOMESERVER): is needed when matrix.user is set.'],
  ])('with %j alone is refused', (env, sentence) => {
    expect(refused(matrix, env)).toBe(sentence);
  });
});
