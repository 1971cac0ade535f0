/** A kind of chat platform, as one folder of adapters offers it to the composition root. */
import type { Bot, CommandInfo } from './bot.ts';
import type { Chat } from './chat.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory.ts';
import type { Finding } from './finding.ts';
import type { Leases } from './leases.ts';
import type { Log } from './log.ts';
import type { Pictures } from './pictures.ts';
import type { PlatformMemory } from './platformMemory.ts';

/** `Section` is its part of the configuration, after defaults. What it needs is loaded only where it is used. */
export interface PlatformKind<Section> {
  /** In identities, in the store, and of its section. */
  readonly name: string;
  /** For operators. */
  readonly title: string;
  /** Null: it is not used. @throws Error whose message says what is missing, when it is configured in part */
  configured(section: Section): ConfiguredPlatform | null;
  /** What an examination says where it is not used. */
  examineUnused(): Promise<readonly Finding[]>;
  /** What an administrator of the platform is to be given, as JSON; missing: nothing. */
  manifest?(about: ManifestOptions): Promise<object>;
}

export interface ConfiguredPlatform {
  /** Whether it would work, without starting it. */
  examine(): Promise<readonly Finding[]>;
  create(ports: PlatformPorts, locale: string): Promise<Platform>;
}

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
  readonly memory: PlatformMemory;
  readonly pictures: Pictures;
  readonly log: Log;
}

export interface ManifestOptions {
  readonly locale: string;
  readonly commands: readonly CommandInfo[];
  /** Where the platform reaches the bot; null: the bot reaches the platform. */
  readonly url: string | null;
}
