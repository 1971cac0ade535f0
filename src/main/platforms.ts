/** The chat platforms that are configured. */
import { createMatrix } from '../../adapters/matrix/matrix.ts';
import { createSlack } from '../../adapters/slack/slack.ts';
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
export function platformsOf(config: Config, ports: PlatformPorts): readonly Platform[] {
  return [slackOf(config, ports), matrixOf(config, ports)].filter((platform) => platform !== null);
}

function slackOf(config: Config, { memoryOf, ...ports }: PlatformPorts): Platform | null {
  const slack = slackConfigOf(config);
  return slack && createSlack({ ...slack, locale: config.locale }, { ...ports, memory: memoryOf('slack') });
}

function matrixOf(config: Config, { memoryOf, ...ports }: PlatformPorts): Platform | null {
  const matrix = matrixConfigOf(config);
  return matrix && createMatrix(matrix, { ...ports, memory: memoryOf('matrix') }, config.locale);
}
