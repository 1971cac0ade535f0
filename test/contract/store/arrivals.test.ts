/** The contract of what is read with every event: it says what the tables say one by one, whoever comes from wherever. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MEMBER_ROLES } from '../../../src/domain/group/group.ts';
import type { GroupId, PersonId, ProcessId } from '../../../src/domain/ids.ts';
import type { Room } from '../../../src/domain/process/room.ts';
import type { Tx } from '../../../src/ports/store.ts';
import { card, makeProcess, start, storeSuite, unique } from './scene.ts';

const PEOPLE = 8;
const PROCESSES = 4;
const GROUPS = 8;
const ROOMS = 10;

storeSuite('arrivals', (transact, suite) => {
  test('nothing is known of whoever was never seen', async () => {
    const address = { platform: 'local', key: unique('event'), sender: unique('nobody'), room: unique('nowhere') };

    expect(await transact((tx) => tx.arrivals.read(address))).toMatchObject({
      handled: null,
      person: null,
      account: null,
      room: null,
      chosen: null,
      roomGroup: null,
      own: [],
      around: [],
      standings: [],
    });
  });

  test('an event that was handled comes with its answer, also where there was none', async () => {
    const [answered, silent] = [unique('event'), unique('event')];
    await transact((tx) => tx.events.note('local', answered, start, card('Erledigt')));
    await transact((tx) => tx.events.note('local', silent, start, null));
    const read = (key: string | null) =>
      transact((tx) => tx.arrivals.read({ platform: 'local', key, sender: 'x', room: 'y' }));

    expect((await read(answered)).handled).toEqual({ answer: card('Erledigt') });
    expect((await read(silent)).handled).toEqual({ answer: null });
    expect((await read(unique('event'))).handled).toBeNull();
    expect((await read(null)).handled).toBeNull();
  });

  describe('in a town of chance', () => {
    let town: Town;
    beforeAll(async () => {
      const [plan] = fc.sample(planned, { numRuns: 1, seed: 20 });
      const platform = await transact((tx) => build(tx, plan as Plan));
      const { rows } = await suite.database.pool.query<{ room: string; chosen: ProcessId | null }>(
        'select external_id as room, chosen_id as chosen from mitwirk.rooms where platform = $1',
        [platform],
      );
      town = { platform, chosen: new Map(rows.map(({ room, chosen }) => [room, chosen])) };
    });

    test('says what the tables say', async () => {
      const where = fc.record({
        sender: fc.nat({ max: PEOPLE - 1 }),
        room: fc.nat({ max: ROOMS - 1 }),
      });
      await fc.assert(
        fc.asyncProperty(where, async ({ sender, room }) => {
          await transact(async (tx) => {
            const address = { platform: town.platform, key: null, sender: `p${sender}`, room: `r${room}` };
            expect(await tx.arrivals.read(address)).toEqual(await oneByOne(tx, town, `p${sender}`, `r${room}`));
          });
        }),
        { numRuns: PEOPLE * ROOMS },
      );
    });
  });
});

interface Town {
  readonly platform: string;
  /** The process chosen in each room. */
  readonly chosen: ReadonlyMap<string, ProcessId | null>;
}

const chance = (max: number) => fc.nat({ max: max - 1 });
const planned = fc.record({
  archived: fc.array(fc.boolean(), { minLength: PROCESSES, maxLength: PROCESSES }),
  coordinators: fc.array(fc.tuple(chance(PROCESSES), chance(PEOPLE)), { minLength: 6, maxLength: 6 }),
  guests: fc.array(fc.tuple(chance(PROCESSES), chance(PEOPLE)), { minLength: 6, maxLength: 6 }),
  groups: fc.array(fc.record({ process: chance(PROCESSES), room: fc.option(chance(ROOMS)), archived: fc.boolean() }), {
    minLength: GROUPS,
    maxLength: GROUPS,
  }),
  members: fc.array(fc.tuple(chance(GROUPS), chance(PEOPLE), fc.constantFrom(...MEMBER_ROLES)), {
    minLength: 20,
    maxLength: 20,
  }),
  rooms: fc.array(
    fc.record({
      process: fc.option(chance(PROCESSES)),
      chosen: fc.option(chance(PROCESSES)),
      direct: fc.boolean(),
    }),
    { minLength: ROOMS, maxLength: ROOMS },
  ),
  spaces: fc.array(fc.record({ process: fc.option(chance(PROCESSES)), rooms: fc.uniqueArray(chance(ROOMS)) }), {
    minLength: 5,
    maxLength: 5,
  }),
});

type Plan = typeof planned extends fc.Arbitrary<infer P> ? P : never;

/** Gives the platform on which all of it is. */
async function build(tx: Tx, plan: Plan): Promise<string> {
  const platform = unique('platform');
  const people: PersonId[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const identity = { platform, externalId: `p${index}`, origin: 'here', handle: `p${index}` };
    people.push((await tx.people.ensure(identity, `Person ${index}`)).id);
  }
  const processes: ProcessId[] = [];
  for (const _ of plan.archived) processes.push((await makeProcess(tx)).id);
  for (const [process, person] of plan.coordinators)
    await tx.processes.addCoordinator(at(processes, process), at(people, person));
  for (const [process, person] of plan.guests) await tx.processes.welcome(at(processes, process), at(people, person));
  const rooms: Room[] = [];
  for (const [index, { process, chosen, direct }] of plan.rooms.entries()) {
    const room = await tx.rooms.ensure({
      platform,
      externalId: `r${index}`,
      kind: direct ? 'direct' : 'channel',
      name: `r${index}`,
    });
    if (process !== null) await tx.rooms.bind(room.id, at(processes, process));
    if (chosen !== null) await tx.rooms.choose(room.id, at(processes, chosen));
    rooms.push(room);
  }
  const groups: GroupId[] = [];
  const taken = new Set<number>();
  for (const [index, { process, room, archived }] of plan.groups.entries()) {
    // A room has one living group at most.
    const free = room !== null && !taken.has(room) ? room : null;
    if (free !== null) taken.add(free);
    const group = await tx.groups.create({
      processId: at(processes, process),
      kind: index % 3 === 0 ? 'steering' : 'working',
      name: `Gruppe ${GROUPS - index}`,
      field: null,
      roomId: free === null ? null : at(rooms, free).id,
    });
    if (archived) await tx.groups.update(group.id, { archivedAt: start });
    groups.push(group.id);
  }
  for (const [group, person, role] of plan.members) {
    await tx.groups.setMember({
      groupId: at(groups, group),
      personId: at(people, person),
      role,
      deputyOf: null,
      kind: null,
      organisation: null,
    });
  }
  await tx.spaces.see(
    platform,
    plan.spaces.map((space, index) => ({
      externalId: `s${index}`,
      name: `Raum ${(index * 7) % 5}`,
      rooms: space.rooms.map((room) => ({ externalId: `r${room}`, name: `r${room}`, address: null, inside: true })),
    })),
  );
  for (const space of plan.spaces.flatMap(({ rooms: held, process }) =>
    process === null ? [] : [{ held, process }],
  )) {
    const [first] = space.held;
    if (first === undefined) continue;
    for (const { id } of await tx.spaces.around(platform, `r${first}`))
      await tx.spaces.bind(id, at(processes, space.process));
  }
  for (const [index, archived] of plan.archived.entries()) {
    if (archived) await tx.processes.update(at(processes, index), { archivedAt: start });
  }
  return platform;
}

/** Table by table, in as many statements as it takes. */
async function oneByOne(tx: Tx, { platform, chosen }: Town, sender: string, externalRoom: string) {
  const person = await tx.people.byIdentity(platform, sender);
  const room = await tx.rooms.byExternalId(platform, externalRoom);
  if (!person || !room) throw new Error('Everybody and every room is known');
  const [identity] = await tx.people.identities(person.id);
  const own = await tx.processes.ofPerson(person.id);
  const around = [];
  if (room.processId !== null) around.push(await tx.processes.byId(room.processId));
  else if (room.kind === 'channel') {
    const ids = new Set((await tx.spaces.around(platform, externalRoom)).flatMap(({ processId }) => processId ?? []));
    for (const id of ids) around.push(await tx.processes.byId(id));
  }
  const roomGroup = room.kind === 'direct' ? null : await tx.groups.ofRoom(room.id);
  const standings = [];
  const concerned = new Set([...own, ...around].flatMap((process) => process?.id ?? []));
  for (const processId of concerned) {
    const belongings = [];
    for (const group of await tx.groups.ofPerson(processId, person.id)) {
      belongings.push({ group, membership: await tx.groups.membership(group.id, person.id) });
    }
    standings.push({
      processId,
      coordinator: (await tx.processes.coordinators(processId)).includes(person.id),
      guest: expect.any(Boolean),
      belongings,
    });
  }
  return {
    handled: null,
    person,
    account: { handle: identity?.handle, origin: identity?.origin, name: person.name },
    room,
    chosen: chosen.get(externalRoom) ?? null,
    roomGroup: roomGroup && { group: roomGroup, membership: await tx.groups.membership(roomGroup.id, person.id) },
    own,
    around,
    standings: expect.arrayContaining(standings),
    anyActive: (await tx.processes.active()).length > 0,
  };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no ${index}`);
  return found;
}
