/** What the rest of the adapters see of the database, whichever form it has. */
import type { Pool } from 'pg';

export interface Database {
  readonly kind: 'embedded' | 'server';
  /** The product's own pool. Tables are named in full, so its search path does not matter. */
  readonly pool: Pool;
  /** A pool of its own whose unqualified names mean this schema (a plain lower-case name). Closed with the database. */
  poolFor(schema: string): Pool;
  /**
   * Comes in among those at work in the database; `alone` keeps others out from the beginning, if nobody is in. Left by closing.
   * @throws Refusal `database.occupied` when somebody keeps others out
   */
  occupy(alone: boolean): Promise<Occupancy>;
  /** Waits for what is running, then lets go of every connection, file and lock. Safe to call twice. */
  close(): Promise<void>;
}

/** A process's place among those at work in one database. */
export interface Occupancy {
  /** Keeps everybody else out until `share`; false when somebody is in. */
  claim(): Promise<boolean>;
  /** Lets others in again. */
  share(): Promise<void>;
  leave(): Promise<void>;
}
