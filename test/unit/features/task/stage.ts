/** A process with a working group, and everything the bot says in it, for the tests of tasks. */
import { createStore } from '../../../../adapters/postgres/store.ts';
import { type GroupCaller, inGroup } from '../../../../src/acting/caller.ts';
import { arrive, situate, wasHandled } from '../../../../src/app/situation.ts';
import { Refusal } from '../../../../src/domain/failure.ts';
import type { Group, MemberRole } from '../../../../src/domain/group/group.ts';
import type { Person } from '../../../../src/domain/person/person.ts';
import type { Process } from '../../../../src/domain/process/process.ts';
import type { Task } from '../../../../src/domain/task/task.ts';
import { localDate, localTime } from '../../../../src/domain/time/calendar.ts';
import type { Deadline } from '../../../../src/domain/time/deadline.ts';
import { remindOfTasks } from '../../../../src/features/task/due/remind.ts';
import type { Card } from '../../../../src/message/model.ts';
import { plainLines } from '../../../../src/message/plain.ts';
import type { QueuedMessage } from '../../../../src/ports/store/work.ts';
import type { Store, Tx } from '../../../../src/ports/store.ts';
import { freshDatabase } from '../../../support/database.ts';

const SETTINGS = { locale: 'de', zone: 'Europe/Berlin', coordinators: [] };
const ROLES: Readonly<Record<string, MemberRole>> = {
  leitung: 'lead',
  mitglied: 'member',
  vertretung: 'member',
};

export function on(date: string): Deadline {
  return { date: localDate(date), time: null };
}

export function at(local: string): Date {
  return new Date(`${local}:00+01:00`);
}

/** What the bot said: to whom (the room is `ag-bildung`), whether as an edit, and the lines. */
export interface Said {
  readonly to: string;
  readonly edit: boolean;
  readonly card: Card;
  readonly text: string;
}

/** One database for a file of tests; each test has a process of its own, and finds nothing due or to be sent. */
export async function openHouse() {
  const database = await freshDatabase();
  let built = 0;
  return {
    async setStage(): Promise<Stage> {
      await database.pool.query('truncate mitwirk.due, mitwirk.outbox');
      built += 1;
      return stageIn(createStore(database.pool), `-${built}`);
    },
    close: () => database.close(),
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** Coordination, lead, two members and one who does not belong; Monday, 11 January 2027, 09:00. */
async function stageIn(store: Store, own: string) {
  let now = at('2027-01-11T09:00');
  const people = new Map<string, Person>();
  const { process, group } = await store.transaction(build);

  async function build(tx: Tx): Promise<{ process: Process; group: Group }> {
    for (const name of ['koordination', 'leitung', 'mitglied', 'vertretung', 'fremd']) {
      const identity = { platform: 'local', externalId: `${name}${own}`, origin: 'local', handle: `${name}${own}` };
      people.set(name, await tx.people.ensure(identity, `Person ${name}`));
    }
    const made = await tx.processes.create({
      name: 'Integrationskonzept',
      region: 'BY-KATH',
      zone: 'Europe/Berlin',
      locale: 'de',
      digest: { weekday: 1, time: localTime('08:00') },
      voteProfile: 'beirat',
      example: false,
      createdAt: now,
    });
    await tx.processes.addCoordinator(made.id, who('koordination').id);
    const place = { platform: 'local', externalId: `ag-bildung${own}`, kind: 'channel', name: 'ag-bildung' } as const;
    const room = await tx.rooms.ensure(place);
    await tx.rooms.bind(room.id, made.id);
    const working = { processId: made.id, kind: 'working', name: 'AG Bildung', field: 'Bildung' } as const;
    const founded = await tx.groups.create({ ...working, roomId: room.id });
    const membership = { groupId: founded.id, deputyOf: null, kind: null, organisation: null };
    for (const [name, role] of Object.entries(ROLES)) {
      await tx.groups.setMember({ ...membership, personId: who(name).id, role });
    }
    return { process: made, group: founded };
  }

  function who(name: string): Person {
    const person = people.get(name);
    if (!person) throw new Error(`Nobody is called ${name}`);
    return person;
  }

  /** Runs an act for a person in the group's room, or in the direct chat. */
  function as<T>(name: string, run: (tx: Tx, caller: GroupCaller) => Promise<T>, direct = false): Promise<T> {
    const room = direct
      ? ({ externalId: `dm/${name}${own}`, kind: 'direct', name } as const)
      : ({ externalId: `ag-bildung${own}`, kind: 'channel', name: 'ag-bildung' } as const);
    const sender = { externalId: `${name}${own}`, origin: 'local', handle: `${name}${own}`, name: who(name).name };
    return store.transaction(async (tx) => {
      const event = { platform: 'local', key: 'event', origin: 'local', sender, room };
      const present = await arrive(tx, event);
      if (wasHandled(present)) throw new Error('No event is noted here');
      const caller = situate(present, event, now, SETTINGS);
      return run(tx, inGroup({ ...caller, group: caller.group ?? group }));
    });
  }

  /** Everything said since the last call, in order. */
  async function said(): Promise<readonly Said[]> {
    const heard: Said[] = [];
    for (;;) {
      const batch = await store.transaction((tx) => tx.outbox.lease(now, now, 100));
      if (batch.length === 0) return heard;
      for (const message of [...batch].sort((a, b) => a.id - b.id)) {
        await store.transaction((tx) => tx.outbox.sent(message.id, `m${message.id}`, now));
        heard.push(describe(message));
      }
    }
  }

  function describe({ to, editOf, card }: QueuedMessage): Said {
    const name = 'room' in to ? 'ag-bildung' : [...people].find(([, person]) => person.id === to.person)?.[0];
    return { to: name ?? '?', edit: editOf !== null, card, text: plainLines(card).join('\n') };
  }

  /** Moves the clock, doing what falls due at its own instant. */
  async function moveTo(until: Date): Promise<void> {
    for (;;) {
      const next = await store.transaction((tx) => tx.due.next());
      if (!next || next > until) break;
      if (next > now) now = next;
      await wake();
    }
    now = until;
  }

  /** Does what is due at once, as after a standstill. */
  function wake(): Promise<void> {
    return store.transaction(async (tx) => remindOfTasks(tx, process, await tx.due.claim(process.id, now), now));
  }

  return {
    store,
    process,
    group,
    who,
    as,
    said,
    moveTo,
    wake,
    /** Lets time pass in which nobody was awake. */
    sleepUntil(until: Date): void {
      now = until;
    },
    change: (name: string, change: Parameters<Tx['people']['update']>[1]) =>
      store.transaction((tx) => tx.people.update(who(name).id, change)),
    /** Founds another group, led by that person. */
    lead: (name: string, groupName: string) =>
      store.transaction(async (tx) => {
        const place = {
          platform: 'local',
          externalId: `${groupName}${own}`,
          kind: 'channel',
          name: groupName,
        } as const;
        const room = await tx.rooms.ensure(place);
        const founded = {
          processId: process.id,
          kind: 'working',
          name: groupName,
          field: null,
          roomId: room.id,
        } as const;
        const { id: groupId } = await tx.groups.create(founded);
        const membership = {
          personId: who(name).id,
          role: 'lead',
          deputyOf: null,
          kind: null,
          organisation: null,
        } as const;
        await tx.groups.setMember({ groupId, ...membership });
      }),
    task: (task: Task) => store.transaction(async (tx) => (await tx.tasks.byId(task.id)) ?? task),
  };
}

export type Stage = Awaited<ReturnType<typeof stageIn>>;

/** The code of a refusal, or the words «not refused». */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'not refused';
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code;
    throw error;
  }
}
