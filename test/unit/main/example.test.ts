/** The example process, and what a start that is cut off while it is loaded leaves behind. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLocalChat, LOCAL } from '../../../adapters/local/chat.ts';
import { createConversation } from '../../../adapters/local/conversation.ts';
import { contentsOf } from '../../../adapters/postgres/contents.ts';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { createPlatformMemory } from '../../../adapters/postgres/platformMemory.ts';
import { createStore } from '../../../adapters/postgres/store.ts';
import { createTimeline } from '../../../adapters/postgres/timeline.ts';
import { createApp } from '../../../src/app.ts';
import { createRunningClock } from '../../../src/main/clock.ts';
import { loadExample } from '../../../src/main/example/example.ts';
import type { Service } from '../../../src/main/service.ts';
import { freshDatabase } from '../../support/database.ts';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

/** `most`: after so many things said the machine dies. */
async function serviceThatDies(most: number, clock: ReturnType<typeof createRunningClock>): Promise<Service> {
  const store = createStore(database.pool);
  const timeline = createTimeline(database.pool);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const scheduler = { start: async () => {}, wakeAt: async () => {}, away: false, close: async () => {} };
  const settings = { locale: 'de', zone: 'Europe/Berlin', coordinators: [] };
  const bot = createApp({ store, clock, scheduler, log }, [createLocalChat(timeline, clock, () => {})], settings);
  const conversation = createConversation({ bot, timeline, clock, changed: () => {} });
  let said = 0;
  const dying: typeof conversation = {
    ...conversation,
    say(...words) {
      said += 1;
      if (said > most) throw new Error('killed');
      return conversation.say(...words);
    },
  };
  const nothing = async () => {};
  const rest = { watch: () => () => {}, trouble: async () => [], allHeard: nothing, connect: nothing, close: nothing };
  const pageMemory = createPlatformMemory(database.pool, LOCAL);
  const occupancy = await database.occupy(true);
  const contents = () => contentsOf(database.pool);
  const knowsPlatforms = async () => false;
  return { bot, store, timeline, conversation: dying, pageMemory, occupancy, contents, knowsPlatforms, ...rest };
}

test('half an example is known as one, so that it can be thrown away', async () => {
  const clock = createRunningClock();
  const service = await serviceThatDies(3, clock);

  await expect(loadExample(service, clock, 'Europe/Berlin', 'de')).rejects.toThrow('killed');

  expect(await service.contents()).toBe('example');
});
