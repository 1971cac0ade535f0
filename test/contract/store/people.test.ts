/** The contract of people and their platform identities. */
import { expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/person/person.ts';
import { localDate } from '../../../src/domain/time/calendar.ts';
import { card, later, makePerson, start, storeSuite, type Transact, unique } from './scene.ts';

/** Those who take part nowhere, as they are found from a place without a process. */
async function named(transact: Transact, name: string, platform = 'local'): Promise<readonly Person[]> {
  const place = { platform, origin: 'local', process: null };
  return (await transact((tx) => tx.people.named(place, name))).near;
}

storeSuite('people', (transact) => {
  test('an unknown identity makes a person, and the same identity finds the same one', async () => {
    const identity = { platform: 'local', externalId: unique('x'), origin: 'local', handle: unique('vorsitz') };

    const made = await transact((tx) => tx.people.ensure(identity, 'Vorsitz'));
    const found = await transact((tx) => tx.people.ensure(identity, 'Vorsitz'));

    expect(made).toMatchObject({
      name: 'Vorsitz',
      locale: null,
      zone: null,
      absence: null,
      reminders: true,
      erasedAt: null,
    });
    expect(found).toEqual(made);
    expect(await transact((tx) => tx.people.byIdentity('local', identity.externalId))).toEqual(made);
    expect(await transact((tx) => tx.people.byId(made.id))).toEqual(made);
  });

  test('every person has a token of their own', async () => {
    const people = await transact(async (tx) => [await makePerson(tx), await makePerson(tx)]);

    expect(people[0]?.token).not.toBe(people[1]?.token);
    expect(people[0]?.token).not.toBe('');
  });

  test('identities ensured at the same time give one person', async () => {
    const identity = { platform: 'local', externalId: unique('x'), origin: 'local', handle: unique('h') };

    const people = await Promise.all(
      Array.from({ length: 8 }, () => transact((tx) => tx.people.ensure(identity, 'Mitglied'))),
    );

    expect(new Set(people.map((person) => person.id)).size).toBe(1);
    expect(await named(transact, identity.handle)).toHaveLength(1);
  });

  test('a changed handle and display name are taken over', async () => {
    const externalId = unique('x');
    const [before, after] = [unique('alt'), unique('neu')];
    await transact((tx) =>
      tx.people.ensure({ platform: 'local', externalId, origin: 'local', handle: before }, 'Früher'),
    );

    const person = await transact((tx) =>
      tx.people.ensure({ platform: 'local', externalId, origin: 'local', handle: after }, 'Jetzt'),
    );

    expect(person.name).toBe('Jetzt');
    expect(await named(transact, before)).toEqual([]);
    expect(await named(transact, after)).toEqual([person]);
    expect(await named(transact, 'Früher')).toEqual([]);
  });

  test('a name given here stays until the display name changes', async () => {
    const identity = { platform: 'local', externalId: unique('x'), origin: 'local', handle: unique('h') };
    const { id } = await transact((tx) => tx.people.ensure(identity, 'Anzeigename'));
    await transact((tx) => tx.people.update(id, { name: 'Selbst gewählt' }));

    const same = await transact((tx) => tx.people.ensure(identity, 'Anzeigename'));
    const changed = await transact((tx) => tx.people.ensure(identity, 'Neuer Anzeigename'));

    expect(same.name).toBe('Selbst gewählt');
    expect(changed.name).toBe('Neuer Anzeigename');
  });

  test('names are found whatever their case and however their umlauts are written, on their platform only', async () => {
    const handle = unique('Öffentlichkeit');
    const identity = { platform: 'local', externalId: unique('x'), origin: 'local', handle };
    const person = await transact((tx) => tx.people.ensure(identity, `Ämter ${handle}`));

    expect(await named(transact, handle.toUpperCase())).toEqual([person]);
    expect(await named(transact, handle.toLowerCase().normalize('NFD'))).toEqual([person]);
    expect(await named(transact, `ämter ${handle}`)).toEqual([person]);
    expect(await named(transact, handle, 'elsewhere')).toEqual([]);
    expect(await named(transact, `${handle}%`)).toEqual([]);
  });

  test('people are read many at once, unknown ones being left out', async () => {
    const [a, b] = await transact(async (tx) => [await makePerson(tx), await makePerson(tx)]);

    const found = await transact((tx) => tx.people.byIds([b.id, a.id, 999_999 as PersonId]));

    expect(new Set(found)).toEqual(new Set([a, b]));
    expect(await transact((tx) => tx.people.byIds([]))).toEqual([]);
  });

  test('people are told things on the platform of their first identity', async () => {
    const [person, nobody] = await transact(async (tx) => [await makePerson(tx), await makePerson(tx)]);
    await transact((tx) => tx.people.erase(nobody.id, start));

    const platforms = await transact((tx) => tx.people.platforms([person.id, nobody.id]));

    expect(platforms).toEqual(new Map([[person.id, 'local']]));
  });

  test('settings are changed one by one, and an absence can be ended', async () => {
    const [person, deputy] = await transact(async (tx) => [await makePerson(tx), await makePerson(tx)]);
    const absence = { from: localDate('2026-10-12'), to: localDate('2026-10-23'), deputyId: deputy.id };
    const read = () => transact((tx) => tx.people.byId(person.id));

    await transact((tx) => tx.people.update(person.id, { absence, locale: 'en' }));
    expect(await read()).toEqual({ ...person, absence, locale: 'en' });

    await transact((tx) => tx.people.update(person.id, { reminders: false, zone: 'Europe/Paris' }));
    expect(await read()).toEqual({ ...person, absence, locale: 'en', reminders: false, zone: 'Europe/Paris' });

    await transact((tx) => tx.people.update(person.id, { absence: null }));
    await transact((tx) => tx.people.update(person.id, {}));
    expect((await read())?.absence).toBeNull();
  });

  test('erasing forgets name, identities, settings and what was still to be sent', async () => {
    const identity = { platform: 'local', externalId: unique('x'), origin: 'local', handle: unique('h') };
    const name = unique('Name');
    const person = await transact((tx) => tx.people.ensure(identity, name));
    await transact(async (tx) => {
      await tx.people.update(person.id, { locale: 'en', zone: 'Europe/Paris', reminders: false });
      const to = { person: person.id, platform: 'local' };
      await tx.outbox.enqueue([{ key: unique('k'), processId: null, to, topic: null, card: card('Hallo') }], start);
    });

    await transact((tx) => tx.people.erase(person.id, later(5)));

    const erased = await transact((tx) => tx.people.byId(person.id));
    expect(erased).toMatchObject({
      id: person.id,
      name: '',
      locale: null,
      zone: null,
      absence: null,
      erasedAt: later(5),
    });
    expect(erased?.token).not.toBe(person.token);
    expect(await transact((tx) => tx.people.identities(person.id))).toEqual([]);
    expect(await named(transact, name)).toEqual([]);
    expect(await named(transact, '')).toEqual([]);
    expect(await transact((tx) => tx.outbox.lease(later(9), later(10), 9))).toEqual([]);
    const newcomer = await transact((tx) => tx.people.ensure(identity, name));
    expect(newcomer.id).not.toBe(person.id);
  });
});
