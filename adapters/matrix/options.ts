/** What the Matrix adapter needs from the rest of the product, and how it is set up. */
import type { Bot } from '../../src/ports/bot.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Directory } from '../../src/ports/directory.ts';
import type { Leases } from '../../src/ports/leases.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Pictures } from '../../src/ports/pictures.ts';
import type { PlatformMemory } from '../../src/ports/platformMemory.ts';

export const MATRIX = 'matrix';

export interface MatrixConfig {
  /** Address of the homeserver's client API, such as `https://matrix.example.org`. */
  readonly homeserver: string;
  /** Either this, or `user` and `password`. */
  readonly accessToken?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Servers (`example.org`) and people (`@name:example.org`) whose invitations are accepted; empty: those of the bot's own server. */
  readonly invitesFrom: readonly string[];
  /** Folder of the encryption keys. */
  readonly keysDir: string;
}

export interface MatrixPorts {
  readonly memory: PlatformMemory;
  readonly leases: Leases;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly pictures: Pictures;
  readonly log: Log;
}

/** What an adapter needs of the application, which is made after it. */
export type MatrixBot = Pick<
  Bot,
  'handle' | 'rename' | 'depart' | 'reach' | 'seeSpaces' | 'moveRoom' | 'localeOf' | 'commands'
>;
