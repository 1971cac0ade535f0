/** The contract of what platform adapters remember, and of leases. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createLeases } from '../../../adapters/postgres/leases.ts';
import { createPlatformMemory } from '../../../adapters/postgres/platformMemory.ts';
import { later, storeSuite, unique } from './scene.ts';

storeSuite('platform memory', (transact, store) => {
  const memory = (platform = 'local') => createPlatformMemory(store.database.pool, platform);

  test('what was set is there until it is set anew or removed, for its platform alone', async () => {
    const key = unique('sync');
    await memory().set(key, 'one');

    expect(await memory().get(key)).toBe('one');
    expect(await memory('elsewhere').get(key)).toBeNull();

    await memory().set(key, 'two');
    expect(await memory().get(key)).toBe('two');

    await memory().remove(key);
    expect(await memory().get(key)).toBeNull();
  });

  test('keys are listed by their beginning, which is no pattern', async () => {
    const prefix = `${unique('card')}_%`;
    await memory().set(`${prefix}b`, '2');
    await memory().set(`${prefix}a`, '1');
    await memory().set(prefix.replace('_%', 'xx'), '3');

    expect(await memory().list(prefix)).toEqual([
      { key: `${prefix}a`, value: '1' },
      { key: `${prefix}b`, value: '2' },
    ]);
  });

  test('only what is older than so many days is forgotten', async () => {
    const key = unique('old');
    await memory().set(`${key}:before`, '1');
    await store.database.pool.query(`update mitwirk.platform_memory set set_at = now() - interval '3 days'`);
    await memory().set(`${key}:now`, '2');

    await memory().forgetOlder(key, 2);

    expect(await memory().list(key)).toEqual([{ key: `${key}:now`, value: '2' }]);
  });

  test('erasing a person removes what is remembered about them', async () => {
    const [own, other] = [unique('erased'), unique('other')];
    const identity = { platform: 'local', externalId: own, origin: 'local', handle: own };
    const person = await transact((tx) => tx.people.ensure(identity, 'Mitglied'));
    await memory().set(`dm:${own}`, 'x', own);
    await memory().set(`dm:${other}`, 'y', other);
    await memory('elsewhere').set(`dm:${own}`, 'z', own);

    await transact((tx) => tx.people.erase(person.id, later(0)));

    expect(await memory().get(`dm:${own}`)).toBeNull();
    expect(await memory().get(`dm:${other}`)).toBe('y');
    expect(await memory('elsewhere').get(`dm:${own}`)).toBe('z');
  });
});

storeSuite('leases', (_transact, store) => {
  const leases = () => createLeases(store.database.pool, 'replica');

  test('one holder at a time, who may renew it', async () => {
    const name = randomUUID();

    expect(await leases().take(name, 'one', 60_000)).toBe(true);
    expect(await leases().take(name, 'two', 60_000)).toBe(false);
    expect(await leases().take(name, 'one', 60_000)).toBe(true);
  });

  test('another takes over when it was given back, or has run out', async () => {
    const [released, expired] = [randomUUID(), randomUUID()];
    await leases().take(released, 'one', 60_000);
    await leases().take(expired, 'one', 20);

    await leases().release(released, 'two');
    expect(await leases().take(released, 'two', 60_000)).toBe(false);
    await leases().release(released, 'one');
    await sleep(40);

    expect(await leases().take(released, 'two', 60_000)).toBe(true);
    expect(await leases().take(expired, 'two', 60_000)).toBe(true);
  });

  test('of many who ask at once, one gets it', async () => {
    const name = randomUUID();

    const taken = await Promise.all(Array.from({ length: 8 }, (_, index) => leases().take(name, `${index}`, 60_000)));

    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
