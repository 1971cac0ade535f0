/** What the server of the local page is given. */
import type { Zone } from '../../../src/domain/time/calendar.ts';
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

/** Why the clock is not moved and the example not reset: there is more than the example, or another process is at work in the store. */
export type Obstacle = 'real' | 'shared';

/** What people do with the example alone. */
export interface Practice {
  /** Whether there is the example and nothing else. */
  possible(): Promise<boolean>;
  /** Runs `move` if nothing is in the way, while nobody else can come in. */
  moveClock(move: () => Promise<void>): Promise<Obstacle | null>;
  /** Replaces the application, unless something is in the way. */
  reset(): Promise<Obstacle | null>;
}

export interface PageOptions {
  /** Proves the sessions of browsers; with the same key they outlast a restart. */
  readonly sessionKey: string;
  /** Called with the address for the next browser when one has come in. */
  readonly entered: (next: string) => void;
  /** Null beside a real chat. */
  readonly practice: Practice | null;
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
  /** Why the bot does not do all it should, and what to do about it; null: it does. */
  readonly trouble: () => Promise<string | null>;
  /** Null: nothing but `/healthz`. */
  readonly page: PageOptions | null;
  readonly log: Log;
}
