/** The people, rooms and groups that the contract suites of the store play with. */
import { createStore } from '../../../adapters/postgres/store.ts';
import type { Group } from '../../../src/domain/group/group.ts';
import type { GroupId, PersonId, ProcessId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/person/person.ts';
import type { Process } from '../../../src/domain/process/process.ts';
import type { Room } from '../../../src/domain/process/room.ts';
import type { WorkResult } from '../../../src/domain/result/workResult.ts';
import type { Task } from '../../../src/domain/task/task.ts';
import { localDate, localTime } from '../../../src/domain/time/calendar.ts';
import type { AdoptionVote } from '../../../src/domain/vote/adoptionVote.ts';
import { PROFILES } from '../../../src/domain/vote/profile.ts';
import type { Card } from '../../../src/message/model.ts';
import type { Arrival } from '../../../src/ports/store/arrivals.ts';
import { EventHandled } from '../../../src/ports/store/work.ts';
import type { Store, Tx } from '../../../src/ports/store.ts';
import { eachStore, type SuiteStore } from '../../support/database.ts';

/** Runs its argument in one transaction of the suite's store. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Registers the suite over every store there is. */
export function storeSuite(title: string, suite: (transact: Transact, store: SuiteStore) => void): void {
  eachStore(title, (suiteStore) => {
    let opened: Store | undefined;
    const transact: Transact = (work) => {
      opened ??= createStore(suiteStore.database.pool);
      return opened.transaction(work);
    };
    suite(transact, suiteStore);
  });
}

/** What is known of an event: null before it was handled. */
export async function handled(tx: Tx, platform: string, key: string): Promise<Arrival['handled']> {
  return (await tx.arrivals.read({ platform, key, sender: 'nobody', room: 'nowhere' })).handled;
}

/** Whether the event is handled with this; false where another transaction was faster. */
export async function noteFirst(transact: Transact, platform: string, key: string, at = start): Promise<boolean> {
  try {
    await transact((tx) => tx.events.note(platform, key, at, null));
    return true;
  } catch (error) {
    if (error instanceof EventHandled) return false;
    throw error;
  }
}

/** The instant from which the suites count, and instants after it in minutes. */
export const start = new Date('2026-09-01T08:00:00.123Z');

export function later(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

export const deadline = { date: localDate('2026-10-25'), time: localTime('02:30') };

export function card(title: string): Card {
  return { title, body: [{ n: 'paragraph', text: [{ t: 'text', text: title }] }], attention: 'quiet' };
}

let made = 0;

/** A word nobody else in the suite uses. */
export function unique(word: string): string {
  made += 1;
  return `${word}-${made}`;
}

export function makePerson(tx: Tx, name = 'Mitglied'): Promise<Person> {
  const handle = unique('mitglied');
  return tx.people.ensure({ platform: 'local', externalId: handle, origin: 'local', handle }, name);
}

export function makeProcess(tx: Tx): Promise<Process> {
  return tx.processes.create({
    name: 'Integrationskonzept',
    region: 'BY-KATH',
    zone: 'Europe/Berlin',
    locale: 'de',
    digest: { weekday: 1, time: localTime('08:00') },
    voteProfile: 'beirat',
    example: false,
    createdAt: start,
  });
}

export function makeRoom(tx: Tx): Promise<Room> {
  const name = unique('raum');
  return tx.rooms.ensure({ platform: 'local', externalId: name, kind: 'channel', name });
}

export function makeGroup(tx: Tx, processId: ProcessId, name = 'AG Bildung'): Promise<Group> {
  return tx.groups.create({ processId, kind: 'working', name, field: 'Bildung', roomId: null });
}

/** A process with one working group and one person. */
export async function makeScene(tx: Tx) {
  const process = await makeProcess(tx);
  const group = await makeGroup(tx, process.id);
  const person = await makePerson(tx);
  return { process, group, person };
}

export function makeTask(
  tx: Tx,
  scene: { process: { id: ProcessId }; group: { id: GroupId }; person: { id: PersonId } },
  number: number,
  fields: Partial<Pick<Task, 'text' | 'due' | 'assigneeId' | 'createdAt'>> = {},
): Promise<Task> {
  return tx.tasks.create({
    processId: scene.process.id,
    groupId: scene.group.id,
    number,
    text: 'Bestandsaufnahme',
    assigneeId: null,
    acceptedAt: null,
    due: null,
    createdBy: scene.person.id,
    createdAt: start,
    permalink: null,
    ...fields,
  });
}

export function makeResult(
  tx: Tx,
  scene: { process: { id: ProcessId }; group: { id: GroupId }; person: { id: PersonId } },
  number: number,
): Promise<WorkResult> {
  return tx.results.create({
    processId: scene.process.id,
    groupId: scene.group.id,
    number,
    kind: 'measure',
    title: 'Lotsinnen und Lotsen',
    text: 'In jedem Stadtteil.',
    createdBy: scene.person.id,
    createdAt: start,
  });
}

/** On a work result of its own with the same number; the first of the holders is the chair. */
export async function makeVote(
  tx: Tx,
  scene: { process: { id: ProcessId }; group: { id: GroupId }; person: { id: PersonId } },
  number: number,
  holders: readonly PersonId[] = [],
): Promise<AdoptionVote> {
  const result = await makeResult(tx, scene, number);
  return tx.votes.create(
    {
      processId: scene.process.id,
      groupId: scene.group.id,
      number,
      resultId: result.id,
      resultVersion: 1,
      resultKind: 'measure',
      title: result.title,
      text: result.text,
      textHash: 'a'.repeat(64),
      rule: PROFILES['zwei-drittel'],
      deadline,
      openedBy: scene.person.id,
      openedAt: start,
      secondCallOf: null,
      polls: true,
    },
    holders.map((holderId, index) => ({ holderId, chair: index === 0, kind: 'administration' })),
  );
}
