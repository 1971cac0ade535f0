/** Processes and the rooms they live in. */
import type { PersonId, ProcessId, RoomId } from '../../domain/ids.ts';
import type { Process } from '../../domain/process/process.ts';
import type { Room } from '../../domain/process/room.ts';

export type NewProcess = Pick<
  Process,
  'name' | 'region' | 'zone' | 'locale' | 'digest' | 'voteProfile' | 'example' | 'createdAt'
>;
export type ProcessChange = Partial<
  Pick<Process, 'name' | 'region' | 'zone' | 'locale' | 'digest' | 'voteProfile' | 'polls' | 'example' | 'archivedAt'>
>;

export interface Processes {
  create(process: NewProcess): Promise<Process>;
  byId(id: ProcessId): Promise<Process | null>;
  /** Like {@link byId}, and no other command or due work of the process is done until this transaction ends. */
  lock(id: ProcessId): Promise<Process | null>;
  /** Like {@link lock}, but gives up on a process that others hold for longer than so many milliseconds; 0: passes over it at once. */
  tryLock(id: ProcessId, patienceMs: number): Promise<Process | null>;
  /** Like {@link lock} for every process there is, always in the same order: for what changes several at once. */
  lockAll(): Promise<void>;
  /** Archived ones too, oldest first. */
  all(): Promise<readonly Process[]>;
  /** Not archived, oldest first. */
  active(): Promise<readonly Process[]>;
  /** Active processes in which the person is coordinator or member of a group, oldest first. */
  ofPerson(person: PersonId): Promise<readonly Process[]>;
  update(id: ProcessId, change: ProcessChange): Promise<void>;
  /** Notes that the person was let into a room of the process: they take part, and can be named there from now on. */
  welcome(id: ProcessId, person: PersonId): Promise<void>;
  coordinators(id: ProcessId): Promise<readonly PersonId[]>;
  addCoordinator(id: ProcessId, person: PersonId): Promise<void>;
  /** When the last digest was sent: the start of the next one's window; null before the first. */
  lastDigest(id: ProcessId): Promise<Date | null>;
  setLastDigest(id: ProcessId, at: Date): Promise<void>;
  /** The next number of a counter such as `task` or `resolution-2027`, from 1, without gaps within a transaction's fate. */
  nextNumber(id: ProcessId, counter: string): Promise<number>;
}

export interface Rooms {
  byId(id: RoomId): Promise<Room | null>;
  ensure(room: Omit<Room, 'id' | 'processId'>): Promise<Room>;
  bind(id: RoomId, process: ProcessId | null): Promise<void>;
  /** Somebody of several processes has chosen one for their direct chat: see `Arrival.chosen`. */
  choose(id: RoomId, process: ProcessId): Promise<void>;
  /** No room belongs to the process any more. */
  release(process: ProcessId): Promise<void>;
  byExternalId(platform: string, externalId: string): Promise<Room | null>;
  /** Notes that the bot cannot speak there, or can again with null. False when that was known already. */
  setLost(id: RoomId, at: Date | null): Promise<boolean>;
  /** The platform has replaced a room by another: everything of the first stands in the second from now on. */
  move(platform: string, fromExternalId: string, toExternalId: string): Promise<void>;
}
