/** From a platform's sender and room to the caller: person, process, role, group. */

import type { Caller, Visitor } from '../acting/caller.ts';
import type { Person } from '../domain/person/person.ts';
import type { Process } from '../domain/process/process.ts';
import type { Room } from '../domain/process/room.ts';
import type { Inbound } from '../ports/inbound.ts';
import type { Arrival, Belonging, Standing } from '../ports/store/arrivals.ts';
import type { Tx } from '../ports/store.ts';

export interface SituationSettings {
  /** Language of people and processes that have not chosen one. */
  readonly locale: string;
  readonly zone: string;
  /** `platform:id` of those who may set up a process besides the first who tries. */
  readonly coordinators: readonly string[];
}

type Event = Pick<Inbound, 'platform' | 'key' | 'origin' | 'sender' | 'room'> & Partial<Pick<Inbound, 'what'>>;

/** An event whose sender and room are known. */
export interface Present extends Arrival {
  readonly person: Person;
  readonly room: Room;
}

/** As the platform names them now; made when first seen. An event that was handled changes nothing. */
export async function arrive(tx: Tx, event: Event): Promise<Present | AnsweredBefore> {
  const arrival = await tx.arrivals.read(addressOf(event));
  if (arrival.handled) return { handled: arrival.handled };
  if (isAsWritten(event, arrival)) return arrival;
  await writeDown(tx, event);
  const present = await tx.arrivals.read(addressOf(event));
  if (!isPresent(present)) throw new Error('Somebody who was just written down is not there');
  return present;
}

/** What came of it the first time. */
interface AnsweredBefore {
  readonly handled: NonNullable<Arrival['handled']>;
}

/** As they were written down last; null when one of them was never seen. */
export async function recall(tx: Tx, event: Event): Promise<Present | AnsweredBefore | null> {
  const arrival = await tx.arrivals.read(addressOf(event));
  if (arrival.handled) return { handled: arrival.handled };
  return isPresent(arrival) ? arrival : null;
}

/** Whether the event was handled before. */
export function wasHandled(found: Present | AnsweredBefore): found is AnsweredBefore {
  return found.handled !== null;
}

function addressOf({ platform, key, sender, room }: Event) {
  return { platform, key, sender: sender.externalId, room: room.externalId };
}

function isPresent(arrival: Arrival): arrival is Present {
  return arrival.person !== null && arrival.room !== null;
}

/** Nearly always nothing has changed: then nothing is written. */
function isAsWritten({ sender, room }: Event, arrival: Arrival): arrival is Present {
  const { account } = arrival;
  const sameAccount =
    account?.handle === sender.handle && account.origin === sender.origin && account.name === sender.name;
  return isPresent(arrival) && sameAccount && arrival.room.kind === room.kind && arrival.room.name === room.name;
}

async function writeDown(tx: Tx, { platform, sender, room }: Event): Promise<void> {
  const { externalId, origin, handle, name } = sender;
  await tx.people.ensure({ platform, externalId, origin, handle }, name);
  await tx.rooms.ensure({ platform, ...room });
}

/** What the two are in the process. */
export function situate(present: Present, event: Event, now: Date, settings: SituationSettings): Caller {
  const { platform, origin, sender } = event;
  const { person, room, own, standings, roomGroup, anyActive } = present;
  const { process, rivals } = processTold(present);
  const known = {
    now,
    platform,
    origin,
    person,
    room,
    permalink: event.what?.permalink ?? null,
    told: process !== null || rivals.length > 0,
    own,
    rivals,
    standings,
    roomGroup,
    anyActive,
    mayBegin: settings.coordinators.includes(`${platform}:${sender.externalId}`),
    defaults: { locale: settings.locale, zone: settings.zone },
  };
  return callerIn(known, process ?? ownProcess(present));
}

/** Whoever was let into a room of the process can be named there from now on. */
export async function welcome(
  tx: Pick<Tx, 'processes'>,
  { process, room, person, own, standings }: Caller,
): Promise<void> {
  if (!process || room.processId !== process.id || own.some(({ id }) => id === process.id)) return;
  if (standings.some(({ processId, guest }) => guest && processId === process.id)) return;
  await tx.processes.welcome(process.id, person.id);
}

/** The same person in the same room, in this process. */
export function callerIn(known: Visitor, process: Process | null): Caller {
  const { person, room, own, mayBegin, defaults, standings, roomGroup, anyActive } = known;
  const standing = standings.find(({ processId }) => processId === process?.id);
  const belonging = roomGroup ?? (process && room.kind === 'direct' ? onlyBelonging(standing) : null);
  const belongs = own.some(({ id }) => id === process?.id);
  const inside = process !== null && room.processId === process.id;
  return {
    ...known,
    locale: person.locale ?? process?.locale ?? defaults.locale,
    process,
    coordinator: standing?.coordinator ?? false,
    participant: inside || belongs,
    group: belonging?.group ?? null,
    membership: belonging?.membership ?? null,
    maySetUp: mayBegin || !anyActive,
  };
}

/** The process that a command in the room is for; all that are possible where that is still to be said. */
export function processesInReach(arrival: Pick<Arrival, 'room' | 'around' | 'own' | 'chosen'>): readonly Process[] {
  const process = arrival.room ? (processTold(arrival).process ?? ownProcess(arrival)) : null;
  return process ? [process] : arrival.own;
}

/** The process of the room, or of the spaces it lies in. Whoever takes part in none of several learns of none. */
function processTold({ around, own }: Pick<Arrival, 'around' | 'own'>): Pick<Caller, 'process' | 'rivals'> {
  const [only = null, ...others] = around;
  if (others.length === 0) return { process: only, rivals: [] };
  const concerned = around.some(({ id }) => own.some((process) => process.id === id));
  return { process: null, rivals: concerned ? around.map(({ name }) => name) : [] };
}

/** The only one the person takes part in; of several the one they chose for their direct chat. */
function ownProcess({ room, own, chosen }: Pick<Arrival, 'room' | 'own' | 'chosen'>): Process | null {
  if (own.length <= 1) return own[0] ?? null;
  return room?.kind === 'direct' ? (own.find(({ id }) => id === chosen) ?? null) : null;
}

/** The only group somebody belongs to. */
function onlyBelonging(standing: Standing | undefined): Belonging | null {
  const [only, ...others] = standing?.belongings ?? [];
  return only && others.length === 0 ? only : null;
}
