/** The truth: every fact is a row, and everything that happens because of one event happens in one transaction. */
import type { Arrivals } from './store/arrivals.ts';
import type { Clocks } from './store/clocks.ts';
import type { Groups } from './store/groups.ts';
import type { Invitations } from './store/invitations.ts';
import type { LinkRequests, Links } from './store/links.ts';
import type { People } from './store/people.ts';
import type { Processes, Rooms } from './store/places.ts';
import type { Questions } from './store/questions.ts';
import type { Results } from './store/results.ts';
import type { Rounds } from './store/rounds.ts';
import type { Spaces } from './store/spaces.ts';
import type { Tasks } from './store/tasks.ts';
import type { Votes } from './store/votes.ts';
import type { AuditLog, DueList, Events, Outbox } from './store/work.ts';

/** Everything that can be read and written within one transaction. An act takes only the parts it needs. */
export interface Tx {
  readonly arrivals: Arrivals;
  readonly people: People;
  readonly linkRequests: LinkRequests;
  readonly links: Links;
  readonly processes: Processes;
  readonly rooms: Rooms;
  readonly spaces: Spaces;
  readonly groups: Groups;
  readonly invitations: Invitations;
  readonly questions: Questions;
  readonly tasks: Tasks;
  readonly rounds: Rounds;
  readonly results: Results;
  readonly votes: Votes;
  readonly events: Events;
  readonly due: DueList;
  readonly outbox: Outbox;
  readonly audit: AuditLog;
  readonly clocks: Clocks;
  /**
   * Runs a part of the transaction that may fail without the rest: what it wrote is undone, the transaction goes on, and
   * the error is given back. Null when it is done.
   * @throws StoreUnavailable where that is the reason: then nothing of the transaction can be done now
   */
  attempt(work: () => Promise<void>): Promise<{ readonly error: unknown } | null>;
  /**
   * Remembers what was done up to here. Gives the way back: what came after it is forgotten, as if it had not been asked for.
   * False where something of it stands in a table already; then nothing is taken back.
   */
  mark(): () => boolean;
}

export interface Store {
  /**
   * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects.
   * @throws StoreUnavailable where that is the reason; only then may all of it be durable all the same, if the connection
   *   was lost while committing
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in a transaction in which nothing can be written; also where nothing can be written at all.
   * @throws StoreUnwritable when `work` tries to
   */
  look<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Deletes what was only needed for delivery and is past its time (see `domain/retention.ts`). */
  tidy(now: Date): Promise<void>;
}

/** The store could not do the work for a reason that passes by itself: no connection, a deadlock, a server going down. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super(`The store is not available: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StoreUnavailable';
  }
}

/** The store answers, but nothing can be written: its disk is full, or it is a standby. Nothing has changed. */
export class StoreUnwritable extends StoreUnavailable {
  constructor(cause: unknown) {
    super(cause);
    this.name = 'StoreUnwritable';
  }
}
