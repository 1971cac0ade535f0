/** People and their platform identities. */
import type { PersonId, ProcessId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person/person.ts';

export interface Identity {
  readonly platform: string;
  /** Opaque to everyone but the platform's adapter. */
  readonly externalId: string;
  /** Where the account is at home, such as a workspace or a homeserver: opaque too, and only ever compared. */
  readonly origin: string;
  /** What others type after `@`. */
  readonly handle: string;
  readonly personId: PersonId;
}

export type PersonSettings = Pick<Person, 'name' | 'locale' | 'zone' | 'absence' | 'reminders'>;

/** From where people are named. */
export interface Place {
  readonly platform: string;
  /** Where the bot is at home there. */
  readonly origin: string;
  /** Null: none is known there. */
  readonly process: ProcessId | null;
}

export interface Called {
  /** Take part in the process of the place. */
  readonly inside: readonly Person[];
  /** Of the place's own origin, and take part in no process but perhaps its own. */
  readonly near: readonly Person[];
}

/** Somebody who is told something. */
export interface Told {
  readonly person: Person;
  /** As {@link People.platforms}; null: none. */
  readonly platform: string | null;
  /** As {@link People.inSeveral}. */
  readonly inSeveral: boolean;
}

export interface People {
  byId(id: PersonId): Promise<Person | null>;
  byIds(ids: readonly PersonId[]): Promise<readonly Person[]>;
  byIdentity(platform: string, externalId: string): Promise<Person | null>;
  /**
   * Whoever a typed name may mean: those on the platform whose handle or name equals it, upper and lower case being the
   * same, or whose account is among `accounts`. Of people from elsewhere nothing is told, not even that there are any.
   */
  named(place: Place, name: string, accounts?: readonly string[]): Promise<Called>;
  /** The accounts of all whom a typed name may mean there. */
  nameable(place: Place): Promise<readonly string[]>;
  /** Of these people, those who belong to no group of the process and do not coordinate it, and are of another origin or take part in another process. */
  elsewhere(place: Place, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>>;
  /** Of these people, those who belong to this process and to another one, or did until that one ended. */
  inSeveral(process: ProcessId, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>>;
  /** What has to be known of these people to tell them something of the process. */
  told(process: ProcessId, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Told>>;
  identities(id: PersonId): Promise<readonly Identity[]>;
  /** The platform on which each person is told things: that of their first identity, of their own ones before linked ones. People without one are missing. */
  platforms(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
  /** Finds the person of this identity or makes one; a changed handle or display name is taken over, that of a linked account by the person it was by itself. */
  ensure(identity: Omit<Identity, 'personId'>, name: string): Promise<Person>;
  update(id: PersonId, change: Partial<PersonSettings>): Promise<void>;
  /** Forgets name, identities and settings; rows that tell what was decided stay, without a name. */
  erase(id: PersonId, at: Date): Promise<void>;
}
