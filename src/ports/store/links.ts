/** Requests to link two identities, until both sides have agreed. */
import type { PersonId } from '../../domain/ids.ts';

export interface LinkRequest {
  readonly personId: PersonId;
  readonly code: string;
  readonly askedAt: Date;
  /** Who has typed the code; null: nobody yet. */
  readonly claimedBy: PersonId | null;
}

export interface Links {
  /** Takes the place of an earlier request of the same person. */
  ask(request: Omit<LinkRequest, 'claimedBy'>): Promise<void>;
  byCode(code: string): Promise<LinkRequest | null>;
  ofPerson(person: PersonId): Promise<LinkRequest | null>;
  claim(code: string, by: PersonId): Promise<void>;
  remove(person: PersonId): Promise<void>;
  /**
   * From now on the two are one: everything of `gone` is `kept`'s. Seats and ballots of a vote in which both had a seat stay as they
   * were. Whoever erases `kept` later erases `gone` too.
   */
  merge(kept: PersonId, gone: PersonId): Promise<void>;
  /** Open votes in which both have a seat, or one holds it and the other casts for it. */
  sharedOpenVotes(one: PersonId, other: PersonId): Promise<readonly number[]>;
}
