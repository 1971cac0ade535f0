/** The chat platforms that are configured. What a platform needs is loaded only for it. */
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
import { slackConfigOf } from './slackConfig.ts';

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
export async function platformsOf(config: Config, ports: PlatformPorts): Promise<readonly Platform[]> {
  return [await slackOf(config, ports), await matrixOf(config, ports)].filter((platform) => platform !== null);
}

async function slackOf(config: Config, { memoryOf, ...ports }: PlatformPorts): Promise<Platform | null> {
  const slack = slackConfigOf(config);
  if (!slack) return null;
  const { createSlack } = await import('../../adapters/slack/slack.ts');
  return createSlack({ ...slack, locale: config.locale }, { ...ports, memory: memoryOf('slack') });
}

async function matrixOf(config: Config, { memoryOf, ...ports }: PlatformPorts): Promise<Platform | null> {
  const matrix = matrixConfigOf(config);
  if (!matrix) return null;
  const { createMatrix } = await import('../../adapters/matrix/matrix.ts');
  return createMatrix(matrix, { ...ports, memory: memoryOf('matrix') }, config.locale);
}
