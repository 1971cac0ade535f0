/** Requests to link two accounts, until everybody has agreed, and the links that came of them. */
import type { LinkId, LinkRequestId, PersonId, ProcessId } from '../../domain/ids.ts';
import type { LinkStep } from '../../domain/link/linkRequest.ts';

/** A person has at most one account on each platform. */
export interface Account {
  readonly personId: PersonId;
  readonly platform: string;
}

export interface LinkRequest {
  readonly id: LinkRequestId;
  /** To whom the code was shown. */
  readonly asker: Account;
  /** Who typed it; null: nobody yet. */
  readonly typist: Account | null;
  readonly step: LinkStep;
  readonly since: Date;
  /** The processes in which somebody else has agreed. */
  readonly agreedIn: readonly ProcessId[];
}

export interface LinkRequests {
  /** Takes the place of an earlier request of the same person, however far that had come. */
  ask(asker: Account, code: string, at: Date): Promise<void>;
  /** Null where no request waits with this code. It is this transaction's until its end. */
  byCode(code: string): Promise<LinkRequest | null>;
  /** It is this transaction's until its end. */
  byId(id: LinkRequestId): Promise<LinkRequest | null>;
  /** Somebody has typed the code: nobody can type it again. */
  claim(id: LinkRequestId, typist: Account, at: Date): Promise<void>;
  advance(id: LinkRequestId, step: 'offered' | 'confirmed', at: Date): Promise<void>;
  agree(id: LinkRequestId, process: ProcessId): Promise<void>;
  remove(id: LinkRequestId): Promise<void>;
  /** Notes a wrong code. */
  noteGuess(person: PersonId, at: Date): Promise<void>;
  /** Wrong codes of the person after `since`. */
  guesses(person: PersonId, since: Date): Promise<number>;
}

export interface AccountLink {
  readonly id: LinkId;
  /** Who both are. */
  readonly personId: PersonId;
  /** Who the account that came was by itself, and will be again. */
  readonly addedId: PersonId;
}

export interface Links {
  /**
   * From now on the accounts of `added` are the person's, with everything `added` had; of a vote in which both have a part, seats
   * and ballots stay as they were. Whoever erases the person later erases `added` too.
   */
  join(person: PersonId, added: PersonId, at: Date): Promise<LinkId>;
  /**
   * `added` is a person of its own again with what it brought, as far as nobody has changed it since. What was done meanwhile is
   * the other's.
   */
  undo(id: LinkId): Promise<void>;
  byId(id: LinkId): Promise<AccountLink | null>;
  /** By which other accounts came to the person. */
  ofPerson(person: PersonId): Promise<readonly AccountLink[]>;
  /** By which the account came to its person; null where it is the person's own. */
  ofAccount(account: Account): Promise<AccountLink | null>;
}
