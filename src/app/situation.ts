/** From a platform's sender and room to the caller: person, process, role, group. */
import type { Group } from '../domain/group.ts';
import type { Person } from '../domain/person.ts';
import type { Process } from '../domain/process.ts';
import type { Room } from '../domain/room.ts';
import type { Inbound } from '../ports/inbound.ts';
import type { Tx } from '../ports/store.ts';
import type { Caller } from '../usecases/caller.ts';

export interface SituationSettings {
  /** Language of people and processes that have not chosen one. */
  readonly locale: string;
  readonly zone: string;
  /** `platform:id` of those who may set up a process besides the first who tries. */
  readonly coordinators: readonly string[];
}

type Arrival = Pick<Inbound, 'platform' | 'sender' | 'room'> & Partial<Pick<Inbound, 'what'>>;

/** Who is speaking, and where. */
interface Present {
  readonly person: Person;
  readonly room: Room;
}

/** As the platform names them now; made when first seen. */
export async function arrive(tx: Tx, { platform, sender, room }: Arrival): Promise<Present> {
  const { externalId, handle, name } = sender;
  return {
    person: await tx.people.ensure({ platform, externalId, handle }, name),
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
  const { platform, sender } = inbound;
  const roomGroup = room.kind === 'direct' ? null : await tx.groups.ofRoom(room.id);
  const own = await tx.processes.ofPerson(person.id);
  const { process, rivals } = await processOf(tx, room, own);
  const group = roomGroup ?? (process && room.kind === 'direct' ? await onlyGroup(tx, process, person) : null);
  const coordinators = process ? await tx.processes.coordinators(process.id) : [];
  return {
    now,
    platform,
    person,
    locale: person.locale ?? process?.locale ?? settings.locale,
    room,
    permalink: inbound.what?.permalink ?? null,
    process,
    several: own.length > 1,
    rivals,
    coordinator: coordinators.includes(person.id),
    participant: process !== null && (room.processId !== null || own.some(({ id }) => id === process.id)),
    group,
    membership: group ? await tx.groups.membership(group.id, person.id) : null,
    maySetUp: await maySetUp(tx, process, `${platform}:${sender.externalId}`, settings),
    defaults: { locale: settings.locale, zone: settings.zone },
  };
}

/** That of the room, or of the spaces it lies in; otherwise the only one the person belongs to, or the only one there is. */
async function processOf(tx: Tx, room: Room, own: readonly Process[]): Promise<Pick<Caller, 'process' | 'rivals'>> {
  if (room.processId !== null) return { process: await tx.processes.byId(room.processId), rivals: [] };
  const around = await processesAround(tx, room);
  if (around.length > 1) return { process: null, rivals: around.map(({ name }) => name) };
  const candidates = [around, own].find((known) => known.length > 0) ?? (await tx.processes.active());
  return { process: candidates.length === 1 ? (candidates[0] ?? null) : null, rivals: [] };
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

async function maySetUp(
  tx: Tx,
  process: Process | null,
  identity: string,
  settings: SituationSettings,
): Promise<boolean> {
  if (settings.coordinators.includes(identity)) return true;
  // Asked with every event: where one is going on, there is no need to look whether any is.
  if (process && process.archivedAt === null) return false;
  return (await tx.processes.active()).length === 0;
}
