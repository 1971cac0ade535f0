/** From a platform's sender and room to the caller: person, process, role, group. */

import type { Caller, Visitor } from '../acting/caller.ts';
import type { Group } from '../domain/group/group.ts';
import type { Person } from '../domain/person/person.ts';
import type { Process } from '../domain/process/process.ts';
import type { Room } from '../domain/process/room.ts';
import type { Inbound } from '../ports/inbound.ts';
import type { Tx } from '../ports/store.ts';

export interface SituationSettings {
  /** Language of people and processes that have not chosen one. */
  readonly locale: string;
  readonly zone: string;
  /** `platform:id` of those who may set up a process besides the first who tries. */
  readonly coordinators: readonly string[];
}

type Arrival = Pick<Inbound, 'platform' | 'origin' | 'sender' | 'room'> & Partial<Pick<Inbound, 'what'>>;

/** Who is speaking, and where. */
interface Present {
  readonly person: Person;
  readonly room: Room;
}

/** As the platform names them now; made when first seen. */
export async function arrive(tx: Tx, { platform, sender, room }: Arrival): Promise<Present> {
  const { externalId, origin, handle, name } = sender;
  return {
    person: await tx.people.ensure({ platform, externalId, origin, handle }, name),
    room: await tx.rooms.ensure({ platform, ...room }),
  };
}

/** As they were written down last; null when one of them was never seen. */
export async function recall(tx: Tx, { platform, sender, room }: Arrival): Promise<Present | null> {
  const person = await tx.people.byIdentity(platform, sender.externalId);
  const known = person && (await tx.rooms.byExternalId(platform, room.externalId));
  return person && known ? { person, room: known } : null;
}

/** What the two are in the process. */
export async function situate(
  tx: Tx,
  { person, room }: Present,
  inbound: Arrival,
  now: Date,
  settings: SituationSettings,
): Promise<Caller> {
  const { platform, origin, sender } = inbound;
  const own = await tx.processes.ofPerson(person.id);
  const { process, rivals } = await processTold(tx, room, own);
  const known = {
    now,
    platform,
    origin,
    person,
    room,
    permalink: inbound.what?.permalink ?? null,
    told: process !== null || rivals.length > 0,
    own,
    rivals,
    mayBegin: settings.coordinators.includes(`${platform}:${sender.externalId}`),
    defaults: { locale: settings.locale, zone: settings.zone },
  };
  return callerIn(tx, known, process ?? (await ownProcess(tx, room, own)));
}

/** Whoever was let into a room of the process can be named there from now on. */
export async function welcome(tx: Pick<Tx, 'processes'>, { process, room, person, own }: Caller): Promise<void> {
  if (!process || room.processId !== process.id || own.some(({ id }) => id === process.id)) return;
  await tx.processes.welcome(process.id, person.id);
}

/** The same person in the same room, in this process. */
export async function callerIn(tx: Tx, known: Visitor, process: Process | null): Promise<Caller> {
  const { person, room, own, mayBegin, defaults } = known;
  const roomGroup = room.kind === 'direct' ? null : await tx.groups.ofRoom(room.id);
  const group = roomGroup ?? (process && room.kind === 'direct' ? await onlyGroup(tx, process, person) : null);
  const coordinators = process ? await tx.processes.coordinators(process.id) : [];
  const belongs = own.some(({ id }) => id === process?.id);
  const inside = process !== null && room.processId === process.id;
  return {
    ...known,
    locale: person.locale ?? process?.locale ?? defaults.locale,
    process,
    coordinator: coordinators.includes(person.id),
    participant: inside || belongs,
    group,
    membership: group ? await tx.groups.membership(group.id, person.id) : null,
    maySetUp: mayBegin || (await isEmpty(tx, process)),
  };
}

/** The process that a command in the room is for; all that are possible where that is still to be said. */
export async function processesInReach(
  tx: Tx,
  room: Room | null,
  own: readonly Process[],
): Promise<readonly Process[]> {
  const told = room ? (await processTold(tx, room, own)).process : null;
  const process = told ?? (room ? await ownProcess(tx, room, own) : null);
  return process ? [process] : own;
}

/** The process of the room, or of the spaces it lies in. Whoever takes part in none of several learns of none. */
async function processTold(tx: Tx, room: Room, own: readonly Process[]): Promise<Pick<Caller, 'process' | 'rivals'>> {
  if (room.processId !== null) return { process: await tx.processes.byId(room.processId), rivals: [] };
  const [only = null, ...others] = await processesAround(tx, room);
  if (others.length === 0) return { process: only, rivals: [] };
  const rivals = [only, ...others].flatMap((process) => process ?? []);
  const concerned = rivals.some(({ id }) => own.some((process) => process.id === id));
  return { process: null, rivals: concerned ? rivals.map(({ name }) => name) : [] };
}

/** The only one the person takes part in; of several the one they chose for their direct chat. */
async function ownProcess(tx: Tx, room: Room, own: readonly Process[]): Promise<Process | null> {
  if (own.length <= 1) return own[0] ?? null;
  const chosen = room.kind === 'direct' ? await tx.rooms.chosen(room.id) : null;
  return own.find(({ id }) => id === chosen) ?? null;
}

async function processesAround(tx: Tx, { kind, platform, externalId }: Room): Promise<readonly Process[]> {
  if (kind === 'direct') return [];
  const ids = new Set((await tx.spaces.around(platform, externalId)).map(({ processId }) => processId));
  const found: Process[] = [];
  for (const id of ids) {
    const process = id === null ? null : await tx.processes.byId(id);
    if (process) found.push(process);
  }
  return found;
}

async function onlyGroup(tx: Tx, process: Process, person: Person): Promise<Group | null> {
  const groups = await tx.groups.ofPerson(process.id, person.id);
  return groups.length === 1 ? (groups[0] ?? null) : null;
}

/** Whether nobody has set up a process yet. */
async function isEmpty(tx: Tx, process: Process | null): Promise<boolean> {
  // Asked with every event: where one is going on, there is no need to look whether any is.
  if (process && process.archivedAt === null) return false;
  return (await tx.processes.active()).length === 0;
}
