/** Only a store that holds nothing but the example is emptied, and nothing comes in between looking and emptying. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contentsOf } from '../../adapters/postgres/contents.ts';
import type { Database } from '../../adapters/postgres/database/database.ts';
import { createPlatformMemory } from '../../adapters/postgres/platformMemory.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import { createTimeline } from '../../adapters/postgres/timeline.ts';
import { wipeExample } from '../../adapters/postgres/wipe.ts';
import type { Tx } from '../../src/ports/store.ts';
import { freshEmbeddedStore, freshServerStore, type TestStore } from '../support/database/stores.ts';
import { makeProcess } from './store/scene.ts';

const url = process.env.TEST_DATABASE_URL;
const SHAPES: readonly [string, () => Promise<TestStore>][] = [
  ['embedded', freshEmbeddedStore],
  ...(url ? [['PostgreSQL', () => freshServerStore(url)] as [string, () => Promise<TestStore>]] : []),
];

describe.each(SHAPES)('emptying the store, %s', (_, fresh) => {
  let store: TestStore;
  let database: Database;

  beforeEach(async () => {
    store = await fresh();
    database = store.database;
  });

  afterEach(() => store.remove());

  const inStore = <T>(work: (tx: Tx) => Promise<T>) => createStore(database.pool).transaction(work);

  async function makeExample(): Promise<void> {
    await inStore(async (tx) => {
      const { id } = await makeProcess(tx);
      await tx.processes.update(id, { example: true });
      await tx.people.ensure(
        { platform: 'local', externalId: 'vorsitz', origin: 'local', handle: 'vorsitz' },
        'Vorsitz',
      );
    });
    await createTimeline(database.pool).ensurePerson({ id: 'vorsitz', name: 'Vorsitz' });
  }

  /** Whatever somebody would miss. */
  const REAL: readonly [string, () => Promise<unknown>][] = [
    ['another process', () => inStore((tx) => makeProcess(tx))],
    [
      'an archived process',
      () => inStore(async (tx) => tx.processes.update((await makeProcess(tx)).id, { archivedAt: new Date(0) })),
    ],
    [
      'a person of another platform',
      () =>
        inStore((tx) =>
          tx.people.ensure({ platform: 'slack', externalId: 'T1:U1', origin: 'local', handle: 'anna' }, 'Anna'),
        ),
    ],
    [
      'a room of another platform',
      () => inStore((tx) => tx.rooms.ensure({ platform: 'matrix', externalId: '!r:e', kind: 'channel', name: 'r' })),
    ],
    ['a Slack installation', () => createPlatformMemory(database.pool, 'slack').set('installation/T1', 'sealed')],
    ['a Matrix session', () => createPlatformMemory(database.pool, 'matrix').set('session', '{}')],
  ];

  test('with nothing but the example it is as new afterwards', async () => {
    await makeExample();
    await createPlatformMemory(database.pool, 'local').set('session-key', 'key');
    expect(await contentsOf(database.pool)).toBe('example');

    expect(await wipeExample(database.pool)).toBe(true);

    expect(await contentsOf(database.pool)).toBe('nothing');
    expect(await createTimeline(database.pool).people()).toEqual([]);
  });

  test.each(REAL)('with %s in it nothing is emptied', async (_what, make) => {
    await makeExample();
    await make();

    expect(await contentsOf(database.pool)).toBe('more');
    expect(await wipeExample(database.pool)).toBe(false);

    expect(await contentsOf(database.pool)).toBe('more');
    expect(await createTimeline(database.pool).people()).toHaveLength(1);
  });

  test.each([
    ['a Slack installation', `insert into mitwirk.platform_memory (platform, key, value) values ('slack', 'k', 'v')`],
    ['a process', 'update mitwirk.processes set example = false'],
  ])('%s that is just being written is waited for, and keeps the store', async (_what, statement) => {
    await makeExample();
    const writer = await database.pool.connect();
    try {
      await writer.query('begin');
      await writer.query(statement);
      const wiping = wipeExample(database.pool);
      // The wiping has come as far as it can when it waits for the writer, or has not begun: either way it must not win.
      await Promise.race([wiping, new Promise((resolve) => setTimeout(resolve, 200))]);
      await writer.query('commit');

      expect(await wiping).toBe(false);
    } finally {
      writer.release();
    }
    expect(await contentsOf(database.pool)).toBe('more');
  });
});
