/** Puts the application together: store, scheduler, local chat. */
import { randomUUID } from 'node:crypto';
import { createBullScheduler } from '../../adapters/bullmq/scheduler.ts';
import { createPictures } from '../../adapters/documents/pictures.ts';
import { createLocalChat, LOCAL } from '../../adapters/local/chat.ts';
import { type Conversation, createConversation } from '../../adapters/local/conversation.ts';
import { type Contents, contentsOf, knowsPlatforms } from '../../adapters/postgres/contents.ts';
import type { Occupancy } from '../../adapters/postgres/database/database.ts';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { createHeartbeat } from '../../adapters/postgres/heartbeat.ts';
import { createLeases } from '../../adapters/postgres/leases.ts';
import { migrate } from '../../adapters/postgres/migrate.ts';
import { createPlatformMemory } from '../../adapters/postgres/platformMemory.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import { createTimeline } from '../../adapters/postgres/timeline.ts';
import { createWriting } from '../../adapters/postgres/writing.ts';
import type { Config } from '../../config/schema.ts';
import { createDirectory } from '../app/directory.ts';
import { type App, createApp } from '../app.ts';
import { refuse } from '../domain/failure.ts';
import type { MovableClock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { PlatformMemory } from '../ports/platformMemory.ts';
import type { Store } from '../ports/store.ts';
import type { Timeline } from '../ports/timeline.ts';
import { platformsOf } from './platforms.ts';
import { doubting, findTrouble } from './trouble.ts';

export interface Service {
  readonly bot: App;
  readonly store: Store;
  readonly timeline: Timeline;
  readonly conversation: Conversation;
  /** What the local page writes down for itself. */
  readonly pageMemory: PlatformMemory;
  readonly occupancy: Occupancy;
  /** What the store holds besides the example. */
  contents(): Promise<Contents>;
  /** Whether a chat platform has been connected to the store, now or before. */
  knowsPlatforms(): Promise<boolean>;
  /** Calls back after every change of the timeline; gives the way to stop that. */
  watch(changed: () => void): () => void;
  /** Waits until what replicas that died were saying can be said by this one. */
  allHeard(): Promise<void>;
  /** Begins to listen to the chat platforms that are configured. */
  connect(): Promise<void>;
  /** What is wrong, each with what an operator can do about it; none: all is well. */
  trouble(): Promise<readonly string[]>;
  /** In order: nothing new is begun, what is under way is finished, connections are closed. */
  close(): Promise<void>;
}

export interface ServiceOptions {
  readonly config: Config;
  readonly clock: MovableClock;
  readonly log: Log;
  /** Called when the store must not or cannot be used any more and only a new start helps. */
  readonly onBroken?: (error: Error) => void;
  /** Keeps other processes out of the store from the beginning: `preferred`, if none is in; `required`, or does not open it. */
  readonly alone?: 'no' | 'preferred' | 'required';
}

/** @throws Refusal `database.…` when the store cannot be opened; `database.shared` when it is to be `required` alone, and another process is in */
export async function openService(options: ServiceOptions): Promise<Service> {
  const { config, clock, log, onBroken, alone = 'no' } = options;
  const database = await openDatabase({
    url: config.store.databaseUrl ?? null,
    dataDir: config.store.dataDir,
    log,
    ...(onBroken && { onBroken }),
  });
  try {
    const occupancy = await database.occupy(alone !== 'no');
    if (alone === 'required' && !(await occupancy.claim())) refuse('database.shared');
    await migrate(database.pool);
    const watchers = new Set<() => void>();
    const changed = () => {
      for (const watcher of watchers) watcher();
    };
    const replica = randomUUID();
    const heartbeat = createHeartbeat(database, replica, log);
    const writing = createWriting(database.pool, log);
    const store = doubting(createStore(database.pool, replica), writing);
    const timeline = createTimeline(database.pool);
    const { redisUrl } = config.store;
    const connection = redisUrl === undefined ? { pool: database.poolFor('bullmq') } : { redisUrl };
    const scheduler = createBullScheduler({ connection, clock, log });
    const settings = { locale: config.locale, zone: config.zone, coordinators: config.coordinators };
    const platforms = await platformsOf(config, {
      directory: createDirectory(store),
      clock,
      leases: createLeases(database.pool, replica),
      memoryOf: (platform) => createPlatformMemory(database.pool, platform),
      pictures: createPictures(),
      log,
    });
    const chats = [createLocalChat(timeline, clock, changed), ...platforms.map((platform) => platform.chat)];
    const bot = createApp({ store, clock, scheduler, log }, chats, settings);
    await heartbeat.start(() => bot.catchUp().catch((error) => log.error('work of a dead replica failed', error)));
    return {
      bot,
      store,
      timeline,
      conversation: createConversation({ bot, timeline, clock, changed }),
      pageMemory: createPlatformMemory(database.pool, LOCAL),
      occupancy,
      contents: () => contentsOf(database.pool),
      knowsPlatforms: () => knowsPlatforms(database.pool),
      watch(watcher) {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      },
      allHeard: heartbeat.allHeard,
      async connect() {
        for (const platform of platforms) await platform.connect(bot);
      },
      trouble: () => findTrouble({ writing, bot, scheduler, redisUrl, platforms }),
      async close() {
        try {
          await Promise.all(platforms.map((platform) => platform.close()));
        } finally {
          await bot
            .close()
            .finally(heartbeat.stop)
            .finally(() => database.close());
        }
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
