/** Messages reach their platform in order and once, whatever breaks on the way. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalChat } from '../../../adapters/local/chat.ts';
import { createStore } from '../../../adapters/postgres/store.ts';
import { createTimeline } from '../../../adapters/postgres/timeline.ts';
import { deliverBatch } from '../../../src/app/deliver.ts';
import { plainLines } from '../../../src/message/plain.ts';
import { type Chat, ChatError, RoomLost } from '../../../src/ports/chat.ts';
import { assertHeld } from '../../../src/ports/leases.ts';
import { type Store, StoreUnavailable } from '../../../src/ports/store.ts';
import { createTestApp, setUpProcess, type TestApp, withParts } from '../../support/apps.ts';
import { eachStore } from '../../support/database.ts';
import { createFakeChat } from '../../support/fakeChat.ts';

eachStore('delivery', (suite) => {
  let store: Store;
  let app: TestApp;
  /** Room to why it fails now. */
  const failures = new Map<string, Error>();
  const chat = createFakeChat((to) => {
    const failure = failures.get(to);
    if (failure) throw failure;
  });
  const said = (to: string) => chat.given.filter((given) => given.to === to && !given.edit).map(({ text }) => text);

  beforeAll(async () => {
    store = createStore(suite.database.pool);
    app = createTestApp(store, chat.chat);
    await setUpProcess(app, 'd');
  });

  function pass(milliseconds: number): Promise<void> {
    app.clock.moveTo(new Date(app.clock.now().getTime() + milliseconds));
    return app.catchUp();
  }

  const add = (text: string, room = 'ag-d') => app.says(`koordination-d@${room}`, `/aufgabe neu ${text}`);

  describe('a room', () => {
    test('is told everything in the order in which it happened', async () => {
      for (const count of [1, 2, 3, 4, 5]) await add(`Reihe ${count}`);
      await app.settle();

      const order = said('ag-d').flatMap((text) => /Reihe \d/.exec(text)?.[0] ?? []);
      expect(order).toEqual(['Reihe 1', 'Reihe 2', 'Reihe 3', 'Reihe 4', 'Reihe 5']);
    });

    test('that cannot be reached holds up nobody else, and loses nothing', async () => {
      failures.set('ag-d', new Error('no connection'));
      await add('Stau 1');
      await add('Stau 2');
      await add('Woanders', 'steuerung-d');
      await app.settle();

      expect(said('steuerung-d').at(-1)).toContain('Woanders');
      expect(said('ag-d').some((text) => text.includes('Stau'))).toBe(false);

      failures.clear();
      await pass(60_000);
      const order = said('ag-d').flatMap((text) => /Stau \d/.exec(text)?.[0] ?? []);
      expect(order).toEqual(['Stau 1', 'Stau 2']);
    });

    test('is tried again after twice as long each time, not before', async () => {
      let tries = 0;
      failures.set('ag-d', new Error('no connection'));
      const counting = createTestApp(
        store,
        createFakeChat((to) => {
          if (to === 'ag-d') tries += 1;
          const failure = failures.get(to);
          if (failure) throw failure;
        }).chat,
        app.clock,
      );
      await counting.says('koordination-d@ag-d', '/aufgabe neu Geduld');
      await counting.settle();
      const wait: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const next = await counting.nextWork();
        wait.push((next?.getTime() ?? 0) - counting.clock.now().getTime());
        counting.clock.moveTo(new Date((next?.getTime() ?? 0) - 1));
        await counting.catchUp();
        expect(tries).toBe(round + 1);
        counting.clock.moveTo(next ?? counting.clock.now());
        await counting.catchUp();
        expect(tries).toBe(round + 2);
      }

      expect(wait).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
      failures.clear();
      await pass(20 * 60_000);
      expect(said('ag-d').at(-1)).toContain('Geduld');
    });

    test('is tried again when its platform says so', async () => {
      failures.set('ag-d', new ChatError('slow down', 90_000));
      await add('Langsam');
      await app.settle();

      failures.clear();
      await pass(89_000);
      expect(said('ag-d').at(-1)).not.toContain('Langsam');
      await pass(1_000);
      expect(said('ag-d').at(-1)).toContain('Langsam');
    });

    test.each([
      ['as long as its platform asks for patience', new ChatError('nobody may come in', 60_000), 60_000],
      ['through an outage of a day', new Error('no connection'), 15 * 60_000],
    ])('is not given up %s', async (_what, failure, distance) => {
      failures.set('ag-d', failure);
      await add('Endlich');
      await app.settle();
      for (let tries = 0; tries < 96; tries += 1) await pass(distance);
      expect(said('ag-d').at(-1)).not.toContain('Endlich');

      failures.clear();
      await pass(distance);
      expect(said('ag-d').at(-1)).toContain('Endlich');
      await add('Danach');
      await app.settle();
    });

    test('that was lost is known to be back as soon as something arrives there', async () => {
      const told = () => said('koordination-d').filter((text) => text.includes('Raum der Gruppe'));
      for (const times of [1, 2]) {
        failures.set('ag-d', new RoomLost('not in the room'));
        await add(`Verschollen ${times}`);
        await app.settle();
        failures.clear();
        await pass(24 * 3_600_000);
        expect(said('ag-d').at(-1)).toContain(`Verschollen ${times}`);
        expect(told()).toHaveLength(2 * times);
      }
    });

    test('that is gone for good is given up, and what comes later is tried', async () => {
      failures.set('ag-d', new ChatError('no such room', null));
      await add('Verloren');
      await app.settle();
      failures.clear();
      await add('Wieder da');
      await app.settle();

      expect(said('ag-d').at(-1)).toContain('Wieder da');
      expect(said('ag-d').some((text) => text.includes('Verloren'))).toBe(false);
      expect(app.warnings).toContain('message not delivered');
    });
  });

  test('a platform that never answers is waited for so long and no longer', async () => {
    const silent = { platform: 'local', post: () => new Promise<string>(() => {}), edit: async () => {} };
    await store.transaction(async (tx) => {
      const room = await tx.rooms.ensure({ platform: 'local', externalId: 'silent', kind: 'channel', name: 'silent' });
      const card = { title: 'x', body: [], attention: 'quiet' } as const;
      const message = { key: 'silent', processId: null, to: { room: room.id }, topic: null, card };
      await tx.outbox.enqueue([message], app.clock.now());
    });

    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const tried = await deliverBatch({ store, chats: [silent], log, patienceMs: 20 }, app.clock.now());

    expect(tried).toBe(1);
    await pass(10_000);
    expect(chat.given.some(({ to }) => to === 'silent')).toBe(true);
  });

  describe('a crash between sending and writing down that it was sent', () => {
    test('does not say it twice: the platform knows the key', async () => {
      const timeline = createTimeline(suite.database.pool);
      const local = createLocalChat(timeline, app.clock, () => {});
      const crashing = withParts(store, (tx) => ({
        outbox: { ...tx.outbox, sent: () => Promise.reject(new Error('killed')), failed: async () => {} },
      }));
      const before = createTestApp(crashing, local, app.clock);
      await before.says('koordination-d@ag-d', '/aufgabe neu Nur einmal sagen');
      await before.settle();
      const sayings = async () => {
        const entries = await timeline.after(0, 500);
        return entries.filter(({ card }) => card && plainLines(card).join(' ').includes('Nur einmal sagen'));
      };
      expect(await sayings()).toHaveLength(1);

      const after = createTestApp(store, local, app.clock);
      app.clock.moveTo(new Date(app.clock.now().getTime() + 61_000));
      await after.catchUp();

      expect(await sayings()).toHaveLength(1);
      const { rows } = await suite.database.pool.query("select 1 from mitwirk.outbox where state = 'waiting'");
      expect(rows).toHaveLength(0);
    });

    test('or a store that restarts meanwhile, is waited for instead of saying it again', async () => {
      let away = 2;
      const restarting = withParts(store, (tx) => ({
        outbox: {
          ...tx.outbox,
          sent: (...sent) => {
            away -= 1;
            return away < 0 ? tx.outbox.sent(...sent) : Promise.reject(new StoreUnavailable(new Error('restarting')));
          },
        },
      }));
      const posts: string[] = [];
      const counting = createFakeChat((to) => void posts.push(to));
      const telling = createTestApp(restarting, counting.chat, app.clock);
      await telling.says('koordination-d@ag-d', '/aufgabe neu Beim Neustart gesagt');
      await telling.settle();

      expect(away).toBe(-1);
      expect(posts).toEqual(['ag-d']);
      expect(telling.errors).toEqual([]);
    });

    test('finds a message leased from when it was taken, however long those before it took', async () => {
      const leased: boolean[] = [];
      const dawdling: Chat = {
        platform: 'local',
        async post() {
          const held = "select max(next_at) > $1 as held from mitwirk.outbox where state = 'waiting' and attempts > 0";
          const { rows } = await suite.database.pool.query<{ held: boolean }>(held, [app.clock.now()]);
          leased.push(rows[0]?.held ?? false);
          app.clock.moveTo(new Date(app.clock.now().getTime() + 90_000));
          return 'id';
        },
        edit: async () => {},
      };
      const slow = createTestApp(store, dawdling, app.clock);
      await store.transaction(async (tx) => {
        const room = await tx.rooms.ensure({ platform: 'local', externalId: 'long', kind: 'channel', name: 'long' });
        const card = { title: 'x', body: [], attention: 'quiet' } as const;
        const message = (key: string) => ({ key, processId: null, to: { room: room.id }, topic: null, card });
        await tx.outbox.enqueue(['long 1', 'long 2', 'long 3'].map(message), app.clock.now());
      });
      await slow.catchUp();

      expect(leased).toEqual([true, true, true]);
    });

    test('or to a process that another one took for dead, and that has not said it yet', async () => {
      const begun = Promise.withResolvers<void>();
      const waited = Promise.withResolvers<void>();
      const posts: string[] = [];
      const pacing: Chat = {
        platform: 'local',
        async post(_to, _card, key) {
          begun.resolve();
          await waited.promise;
          await assertHeld();
          posts.push(key);
          return 'id';
        },
        edit: async () => {},
      };
      const frozen = createTestApp(store, pacing, app.clock);
      await frozen.says('koordination-d@steuerung-d', '/aufgabe neu Eingefroren');
      await begun.promise;
      const taken = "update mitwirk.outbox set holder = 'another', attempts = attempts + 1 where state = 'waiting'";
      await suite.database.pool.query(taken);
      waited.resolve();
      await frozen.settle();

      expect(posts).toEqual([]);
      expect(frozen.errors).toEqual([]);
      const { rows } = await suite.database.pool.query("select reason from mitwirk.outbox where holder = 'another'");
      expect(rows).toEqual([{ reason: null }]);
      await suite.database.pool.query("update mitwirk.outbox set holder = null where holder = 'another'");
      await pass(61_000);
      expect(said('steuerung-d').filter((text) => text.includes('Eingefroren'))).toHaveLength(1);
    });

    test('leaves a message to another instance only when its lease has run out', async () => {
      const slow = Promise.withResolvers<string>();
      const posts: string[] = [];
      const listening = (name: string, answer: Promise<string>): Chat => ({
        platform: 'local',
        post(_to, _card, key) {
          posts.push(`${name} ${key}`);
          return answer;
        },
        edit: async () => {},
      });
      const first = createTestApp(store, listening('first', slow.promise), app.clock);
      const second = createTestApp(store, listening('second', Promise.resolve('id')), app.clock);
      await first.says('koordination-d@steuerung-d', '/aufgabe neu Geliehen');
      await new Promise((resolve) => setTimeout(resolve, 200));
      await second.catchUp();
      expect(posts).toHaveLength(1);

      slow.resolve('id');
      await first.settle();
      await second.catchUp();
      expect(posts).toHaveLength(1);
    });
  });

  afterAll(() => app.close());
});
