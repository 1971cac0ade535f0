/** One step that brings the tables from one version of the code to the next. */
import type { Kysely } from 'kysely';

/** Never changed once released: a mistake is put right by the next step. */
export interface Migration {
  /** Unique for ever, such as `0001-people`; it is recorded in the database. */
  readonly name: string;
  /** Statements that are safe inside a transaction, tables named in full: `mitwirk.…`. */
  up(db: Kysely<unknown>): Promise<void>;
}
