/** Everything about an event that hangs on who sent it and where, read together. */

import type { Group, Membership } from '../../domain/group/group.ts';
import type { ProcessId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Process } from '../../domain/process/process.ts';
import type { Room } from '../../domain/process/room.ts';
import type { Card } from '../../message/model.ts';
import type { Identity } from './people.ts';

/** What names an event, who sent it and where, as the platform says. */
export interface Address {
  readonly platform: string;
  /** Of the event; null: none has happened, somebody only asks. */
  readonly key: string | null;
  readonly sender: string;
  readonly room: string;
}

/** A group, and what the person is in it; null: nothing. */
export interface Belonging {
  readonly group: Group;
  readonly membership: Membership | null;
}

/** What a person is in one process. */
export interface Standing {
  readonly processId: ProcessId;
  readonly coordinator: boolean;
  /** Was let into one of its rooms, and so takes part without belonging to it. */
  readonly guest: boolean;
  /** In groups that are not archived; the steering group first, then by name. */
  readonly belongings: readonly Belonging[];
}

export interface Arrival {
  /** Set when the event was handled, by a transaction that has ended. */
  readonly handled: { readonly answer: Card | null } | null;
  /** Null: never seen. So is the room. */
  readonly person: Person | null;
  /** The account as it was written down last. */
  readonly account: (Pick<Identity, 'handle' | 'origin'> & { readonly name: string }) | null;
  readonly room: Room | null;
  /** The process chosen for a direct chat by somebody of several. */
  readonly chosen: ProcessId | null;
  /** The group, not archived, that lives in the room. */
  readonly roomGroup: Belonging | null;
  /** Active processes in which the person coordinates or belongs to a group, oldest first. */
  readonly own: readonly Process[];
  /** The process of the room; of a room without one, those of the spaces it lies in. Archived ones too. */
  readonly around: readonly Process[];
  /** In all of these. */
  readonly standings: readonly Standing[];
  /** Whether any process is going on. */
  readonly anyActive: boolean;
}

export interface Arrivals {
  read(address: Address): Promise<Arrival>;
}
