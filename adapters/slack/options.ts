/** What the Slack adapter is given, and how it is set up. */
import type { Bot } from '../../src/ports/bot.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Directory } from '../../src/ports/directory.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Pictures } from '../../src/ports/pictures.ts';
import type { PlatformMemory } from '../../src/ports/platformMemory.ts';
import type { ConsentSettings } from './install/consent.ts';

export const SLACK = 'slack';

/** Socket Mode needs no public address; HTTP needs one, and Slack's signature on each request. */
export type Transport =
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly host: string; readonly port: number };

/** One workspace by its token, or several by consent of their administrators. */
export type Access =
  | { readonly by: 'token'; readonly botToken: string }
  | ({ readonly by: 'consent'; readonly tokenKey: string } & ConsentSettings);

export interface SlackOptions {
  readonly transport: Transport;
  readonly access: Access;
  /** Slack's Web API, `https://slack.com/api/` but for special clouds and tests. */
  readonly apiUrl: string;
  /** Whether people of other workspaces take part through Slack Connect. */
  readonly externals: boolean;
  /** Of people and texts for which nobody has chosen a language. */
  readonly locale: string;
  /** Between two messages in one channel, in milliseconds. */
  readonly paceMs?: number;
}

export interface SlackPorts {
  readonly directory: Directory;
  /** Keeps installations. */
  readonly memory: PlatformMemory;
  readonly clock: Clock;
  readonly pictures: Pictures;
  readonly log: Log;
}

/** What the adapter asks of the application. */
export type SlackBot = Pick<
  Bot,
  'handle' | 'rename' | 'depart' | 'reach' | 'moveRoom' | 'localeOf' | 'home' | 'commands'
>;
