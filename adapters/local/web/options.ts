/** What the server of the local page is given. */
import type { Zone } from '../../../src/domain/calendar.ts';
import type { Bot } from '../../../src/ports/bot.ts';
import type { MovableClock } from '../../../src/ports/clock.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Timeline } from '../../../src/ports/timeline.ts';
import type { Conversation } from '../conversation.ts';

/** The opened application. */
export interface WebService {
  readonly bot: Bot;
  readonly timeline: Timeline;
  readonly conversation: Conversation;
  /** Calls back after every change of the timeline; gives the way to stop that. */
  watch(changed: () => void): () => void;
}

export interface WebOptions {
  /** Asked anew each time, because a reset of the example replaces the application. */
  readonly service: () => WebService;
  readonly clock: MovableClock;
  /** Of the dates and times on the page. */
  readonly zone: Zone;
  /** Language of those who have not chosen one. */
  readonly locale: string;
  /** Name of the process, where there is exactly one. */
  readonly title: () => Promise<string | null>;
  readonly ready: () => Promise<boolean>;
  readonly example: { present(): Promise<boolean>; reset(): Promise<void> } | null;
  /** False: nothing but `/healthz`. */
  readonly localChat: boolean;
  readonly log: Log;
}
