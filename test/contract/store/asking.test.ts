/** The contract of what waits for an answer: invitations to groups, and questions which process is meant. */
import { expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import type { Tx } from '../../../src/ports/store.ts';
import { later, makePerson, makeProcess, makeRoom, makeScene, start, storeSuite } from './scene.ts';

storeSuite('invitations', (transact) => {
  async function asked(tx: Tx) {
    const { process, group, person: invitedBy } = await makeScene(tx);
    const person = await makePerson(tx);
    const invitation = await tx.invitations.create({
      processId: process.id,
      groupId: group.id,
      personId: person.id,
      invitedBy: invitedBy.id,
      role: 'member',
      deputyOf: null,
      kind: 'welfare',
      organisation: 'Verein',
      invitedAt: start,
    });
    return { process, group, person, invitation };
  }

  test('stands open until it is answered, and stays known', async () => {
    const { person, group, invitation } = await transact(asked);
    expect(invitation).toMatchObject({ state: 'open', answeredAt: null, kind: 'welfare', organisation: 'Verein' });

    await transact((tx) => tx.invitations.answer(invitation.id, 'declined', later(5)));

    const answered = { ...invitation, state: 'declined', answeredAt: later(5) };
    expect(await transact((tx) => tx.invitations.ofPerson(person.id))).toEqual([answered]);
    expect(await transact((tx) => tx.invitations.latest(group.id, person.id))).toEqual(answered);
  });

  test('of several to one person for a group the newest counts', async () => {
    const { person, group, invitation } = await transact(asked);
    const { id: _id, state: _state, answeredAt: _at, ...same } = invitation;

    const second = await transact((tx) => tx.invitations.create({ ...same, role: 'lead', invitedAt: later(9) }));

    expect(await transact((tx) => tx.invitations.latest(group.id, person.id))).toEqual(second);
    expect(await transact((tx) => tx.invitations.ofPerson(person.id))).toEqual([invitation, second]);
  });

  test('goes with the person', async () => {
    const { person } = await transact(asked);

    await transact((tx) => tx.people.erase(person.id, start));

    expect(await transact((tx) => tx.invitations.ofPerson(person.id))).toEqual([]);
  });

  test('comes along when two accounts become one, and goes back when they part', async () => {
    const { person, invitation } = await transact(asked);
    const other = await transact(makePerson);
    const ofOther = () => transact((tx) => tx.invitations.ofPerson(other.id));

    const link = await transact((tx) => tx.links.join(other.id, person.id, start));
    expect(await ofOther()).toEqual([{ ...invitation, personId: other.id }]);

    await transact((tx) => tx.links.undo(link));
    expect(await ofOther()).toEqual([]);
    expect(await transact((tx) => tx.invitations.ofPerson(person.id))).toEqual([invitation]);
  });
});

storeSuite('questions', (transact, suite) => {
  const deed = { what: { kind: 'command', text: '/aufgabe liste – „ä“' }, mentions: [] } as const;

  async function question(tx: Tx) {
    const person = await makePerson(tx);
    const room = await makeRoom(tx);
    return { person, room, id: await tx.questions.ask({ person: person.id, room: room.id, deed }, start) };
  }

  test('gives back what was said, to its person in its room alone, until it is answered', async () => {
    const { person, room, id } = await transact(question);
    const other = await transact(question);
    const of = (who: typeof other, where: typeof other) =>
      transact((tx) => tx.questions.of(id, who.person.id, where.room.id));

    expect((await of({ person, room, id }, { person, room, id }))?.deed).toEqual(deed);
    expect(await of(other, { person, room, id })).toBeNull();
    expect(await of({ person, room, id }, other)).toBeNull();

    await transact((tx) => tx.questions.answered(id));
    expect(await of({ person, room, id }, { person, room, id })).toBeNull();
  });

  test('is gone after a day, and with the person', async () => {
    const { person, room, id } = await transact(question);
    const forgotten = await transact(question);

    await transact((tx) => tx.people.erase(forgotten.person.id, start));
    expect(await transact((tx) => tx.questions.of(forgotten.id, forgotten.person.id, forgotten.room.id))).toBeNull();

    await createStore(suite.database.pool).tidy(later(23 * 60));
    expect(await transact((tx) => tx.questions.of(id, person.id, room.id))).not.toBeNull();
    await createStore(suite.database.pool).tidy(later(25 * 60));
    expect(await transact((tx) => tx.questions.of(id, person.id, room.id))).toBeNull();
  });

  test('the choice of a direct chat is remembered until another is made', async () => {
    const { room, one, two } = await transact(async (tx) => ({
      room: await makeRoom(tx),
      one: await makeProcess(tx),
      two: await makeProcess(tx),
    }));
    const { platform, externalId } = room;
    const address = { platform, key: null, sender: 'nobody', room: externalId };
    const chosen = async () => (await transact((tx) => tx.arrivals.read(address))).chosen;

    expect(await chosen()).toBeNull();
    for (const process of [one, two]) {
      await transact((tx) => tx.rooms.choose(room.id, process.id));
      expect(await chosen()).toBe(process.id);
    }
  });
});
