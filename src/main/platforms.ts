/** The chat platforms that are configured. */
import { createMatrix } from '../../adapters/matrix/matrix.ts';
import { createSlack } from '../../adapters/slack/slack.ts';
import { ConfigError } from '../../config/configError.ts';
import type { Config } from '../../config/schema.ts';
import type { Bot } from '../ports/bot.ts';
import type { Chat } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Leases } from '../ports/leases.ts';
import type { Log } from '../ports/log.ts';
import type { Pictures } from '../ports/pictures.ts';
import type { PlatformMemory } from '../ports/platformMemory.ts';
import { matrixConfigOf } from './matrixConfig.ts';

export interface Platform {
  readonly chat: Chat;
  /** Begins to listen: from now on people are heard. */
  connect(bot: Bot): Promise<void>;
  close(): Promise<void>;
  /** Why nothing will be heard until an operator does something; null or missing: all is well, or will be by itself. */
  readonly trouble?: string | null;
}

export interface PlatformPorts {
  readonly directory: Directory;
  readonly clock: Clock;
  readonly leases: Leases;
  readonly memoryOf: (platform: string) => PlatformMemory;
  readonly pictures: Pictures;
  readonly log: Log;
}

/** @throws ConfigError when a platform is configured in part */
export function platformsOf(config: Config, ports: PlatformPorts): readonly Platform[] {
  return [slackOf(config, ports), matrixOf(config, ports)].filter((platform) => platform !== null);
}

function slackOf({ slack, locale }: Config, { memoryOf, ...ports }: PlatformPorts): Platform | null {
  const { externals, apiUrl } = slack;
  const access = slackAccessOf(slack);
  if (access === null) return null;
  const options = { access, externals, apiUrl, locale, transport: slackTransportOf(slack) };
  return createSlack(options, { ...ports, memory: memoryOf('slack') });
}

/** The state of a consent is signed with what only this installation knows. */
function slackAccessOf({ botToken, clientId, clientSecret, tokenKey, transport }: Config['slack']) {
  if (botToken !== undefined) return { by: 'token', botToken } as const;
  if (clientId === undefined) return null;
  if (clientSecret === undefined) throw missing('slack.clientSecret (SLACK_CLIENT_SECRET)', 'slack.clientId is set');
  if (tokenKey === undefined) throw missing('slack.tokenKey (MITWIRK_SLACK_TOKEN_KEY)', 'slack.clientId is set');
  if (transport !== 'http') throw missing('slack.transport http', 'slack.clientId is set');
  return { by: 'consent', clientId, clientSecret, tokenKey, stateSecret: `${clientSecret}${tokenKey}` } as const;
}

function slackTransportOf({ transport, appToken, signingSecret, host, port }: Config['slack']) {
  if (transport === 'http') {
    if (signingSecret === undefined)
      throw missing('slack.signingSecret (SLACK_SIGNING_SECRET)', 'slack.transport is http');
    return { mode: 'http', signingSecret, host, port } as const;
  }
  if (appToken === undefined) throw missing('slack.appToken (SLACK_APP_TOKEN)', 'slack.transport is socket');
  return { mode: 'socket', appToken } as const;
}

function missing(key: string, when: string): ConfigError {
  return new ConfigError([`${key}: is needed when ${when}.`]);
}

function matrixOf(config: Config, { memoryOf, ...ports }: PlatformPorts): Platform | null {
  const matrix = matrixConfigOf(config);
  return matrix && createMatrix(matrix, { ...ports, memory: memoryOf('matrix') }, config.locale);
}
