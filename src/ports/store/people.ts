/** People and their platform identities. */
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';

export interface Identity {
  readonly platform: string;
  /** Opaque to everyone but the platform's adapter. */
  readonly externalId: string;
  /** What others type after `@`. */
  readonly handle: string;
  readonly personId: PersonId;
}

export type PersonSettings = Pick<Person, 'name' | 'locale' | 'zone' | 'absence' | 'reminders'>;

export interface People {
  byId(id: PersonId): Promise<Person | null>;
  byIds(ids: readonly PersonId[]): Promise<readonly Person[]>;
  byIdentity(platform: string, externalId: string): Promise<Person | null>;
  /** Everyone on the platform whose handle or name equals `name`, upper and lower case being the same. */
  named(platform: string, name: string): Promise<readonly Person[]>;
  identities(id: PersonId): Promise<readonly Identity[]>;
  /** The platform on which each person is told things: that of their first identity, of their own ones before linked ones. People without one are missing. */
  platforms(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
  /** Finds the person of this identity or makes one; a changed handle or display name is taken over, that of a linked account by the person it was by itself. */
  ensure(identity: Omit<Identity, 'personId'>, name: string): Promise<Person>;
  update(id: PersonId, change: Partial<PersonSettings>): Promise<void>;
  /** Forgets name, identities and settings; rows that tell what was decided stay, without a name. */
  erase(id: PersonId, at: Date): Promise<void>;
}
