/** The contract of names: who may be meant from a place, and who is from elsewhere. */
import { expect, test } from '@jest/globals';
import type { ProcessId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/person/person.ts';
import type { Tx } from '../../../src/ports/store.ts';
import { makeGroup, makeProcess, start, storeSuite, unique } from './scene.ts';

storeSuite('names', (transact) => {
  /** Two towns in one place, and everybody is called the same. */
  async function towns(tx: Tx) {
    const name = unique('ule');
    const [here, there] = [await makeProcess(tx), await makeProcess(tx)];
    const somebody = (origin = 'server') =>
      tx.people.ensure({ platform: 'chat', externalId: unique('x'), origin, handle: name }, name);
    const member = async (process: ProcessId, person: Person) => {
      const group = await makeGroup(tx, process, unique('AG'));
      const as = { role: 'member', deputyOf: null, kind: null, organisation: null } as const;
      await tx.groups.setMember({ groupId: group.id, personId: person.id, ...as });
      return group;
    };
    const place = { platform: 'chat', origin: 'server', process: here.id };
    return { name, here, there, somebody, member, place };
  }

  test('members, coordinators and guests of the process are inside, wherever they are at home', async () => {
    const found = await transact(async (tx) => {
      const { name, here, somebody, member, place } = await towns(tx);
      const [a, b, c] = [await somebody('afar'), await somebody(), await somebody()];
      await member(here.id, a);
      await tx.processes.addCoordinator(here.id, b.id);
      await tx.processes.welcome(here.id, c.id);
      await tx.processes.welcome(here.id, c.id);
      return { called: await tx.people.named(place, name.toUpperCase()), people: [a, b, c] };
    });

    expect(found.called).toEqual({ inside: found.people, near: [] });
  });

  test('who takes part in another process only is not there, nor who is at home elsewhere', async () => {
    const called = await transact(async (tx) => {
      const { name, there, somebody, member, place } = await towns(tx);
      await member(there.id, await somebody());
      await tx.processes.addCoordinator(there.id, (await somebody()).id);
      await tx.processes.welcome(there.id, (await somebody()).id);
      await somebody('afar');
      return tx.people.named(place, name);
    });

    expect(called).toEqual({ inside: [], near: [] });
  });

  test('who takes part in no process is near, and so is who did in one that is over', async () => {
    const found = await transact(async (tx) => {
      const { name, there, somebody, member, place } = await towns(tx);
      const [free, former] = [await somebody(), await somebody()];
      await member(there.id, former);
      await tx.processes.update(there.id, { archivedAt: start });
      return { called: await tx.people.named(place, name), people: [free, former] };
    });

    expect(found.called).toEqual({ inside: [], near: found.people });
  });

  test('an account the platform points at is found by any name, within the same borders', async () => {
    const found = await transact(async (tx) => {
      const { there, member, place } = await towns(tx);
      const [own, foreign] = [unique('x'), unique('x')];
      const person = async (externalId: string) =>
        tx.people.ensure({ platform: 'chat', externalId, origin: 'server', handle: externalId }, externalId);
      const near = await person(own);
      await member(there.id, await person(foreign));
      return { called: await tx.people.named(place, 'Spitzname', [own, foreign]), near };
    });

    expect(found.called).toEqual({ inside: [], near: [found.near] });
  });

  test('those who may be offered are those who would be found', async () => {
    const found = await transact(async (tx) => {
      const { there, here, somebody, member, place } = await towns(tx);
      const [inside, near, foreign, afar, erased] = [
        await somebody('afar'),
        await somebody(),
        await somebody(),
        await somebody('afar'),
        await somebody(),
      ];
      await member(here.id, inside);
      await member(there.id, foreign);
      await tx.people.erase(erased.id, start);
      const offered = new Set(await tx.people.nameable(place));
      const accounts = await Promise.all(
        [inside, near, foreign, afar].map(async ({ id }) => (await tx.people.identities(id))[0]?.externalId ?? ''),
      );
      return accounts.map((account) => offered.has(account));
    });

    expect(found).toEqual([true, true, false, false]);
  });

  test('only who belongs to the process is never from elsewhere', async () => {
    const found = await transact(async (tx) => {
      const { here, there, somebody, member, place } = await towns(tx);
      const [inside, coordinator, near] = [await somebody('afar'), await somebody('afar'), await somebody()];
      await member(here.id, inside);
      await member(there.id, inside);
      await tx.processes.addCoordinator(here.id, coordinator.id);
      const [afar, guest, foreign, foreignGuest] = [
        await somebody('afar'),
        await somebody('afar'),
        await somebody(),
        await somebody(),
      ];
      await tx.processes.welcome(here.id, guest.id);
      await member(there.id, foreign);
      await tx.processes.welcome(there.id, foreignGuest.id);
      const all = [inside, coordinator, near, afar, guest, foreign, foreignGuest].map(({ id }) => id);
      const elsewhere = await tx.people.elsewhere(place, all);
      return { elsewhere, expected: [afar, guest, foreign, foreignGuest].map(({ id }) => id) };
    });

    expect(found.elsewhere).toEqual(new Set(found.expected));
  });

  test('a moved account is at home where it was seen last', async () => {
    const found = await transact(async (tx) => {
      const { name, place } = await towns(tx);
      const identity = { platform: 'chat', externalId: unique('x'), handle: name };
      await tx.people.ensure({ ...identity, origin: 'afar' }, name);
      const before = await tx.people.named(place, name);
      const person = await tx.people.ensure({ ...identity, origin: 'server' }, name);
      return { before, after: await tx.people.named(place, name), person };
    });

    expect(found.before.near).toEqual([]);
    expect(found.after.near).toEqual([found.person]);
  });

  test('those in several processes are told apart, also where one has ended', async () => {
    const found = await transact(async (tx) => {
      const { here, there, somebody, member } = await towns(tx);
      const over = await makeProcess(tx);
      await tx.processes.update(over.id, { archivedAt: start });
      const [both, before, onlyThere] = [await somebody(), await somebody(), await somebody()];
      const [one, guest] = [await somebody(), await somebody()];
      for (const person of [both, before, one, guest]) await member(here.id, person);
      for (const person of [both, onlyThere]) await member(there.id, person);
      await member(over.id, before);
      await tx.processes.welcome(there.id, guest.id);
      const ids = [both, before, one, onlyThere, guest].map(({ id }) => id);
      return { several: await tx.people.inSeveral(here.id, ids), expected: [both.id, before.id] };
    });

    expect(found.several).toEqual(new Set(found.expected));
  });

  test('erasing somebody forgets where they were let in', async () => {
    const called = await transact(async (tx) => {
      const { name, here, somebody, place } = await towns(tx);
      const guest = await somebody();
      await tx.processes.welcome(here.id, guest.id);
      await tx.people.erase(guest.id, start);
      return tx.people.named(place, name);
    });

    expect(called).toEqual({ inside: [], near: [] });
  });
});
