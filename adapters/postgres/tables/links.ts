/** Requests to link accounts, and links with what they have moved. */
import type { ColumnType } from 'kysely';
import type { GroupId, LinkId, LinkRequestId, PersonId, ProcessId } from '../../../src/domain/ids.ts';
import type { LinkStep } from '../../../src/domain/link/linkRequest.ts';
import type { Identity } from '../columns.ts';
import type { MembershipsTable } from './processes.ts';

export interface LinkRequestsTable {
  id: Identity<LinkRequestId>;
  asker_id: PersonId;
  asker_platform: string;
  code: string | null;
  typist_id: PersonId | null;
  typist_platform: string | null;
  step: LinkStep;
  since: Date;
  agreed_in: ColumnType<ProcessId[], ProcessId[] | undefined, ProcessId[]>;
}

export interface LinkGuessesTable {
  person_id: PersonId;
  guessed_at: Date;
}

export interface LinksTable {
  id: Identity<LinkId>;
  person_id: PersonId;
  added_id: PersonId;
  linked_at: Date;
}

/** One row in which one column named the person who came. */
export interface LinkMovesTable {
  link_id: LinkId;
  /** Table and column. */
  place: string;
  key: number;
  subkey: number;
  /** Whom the column names instead; null: nobody. */
  became: PersonId | null;
}

/** A membership as it was before the link. */
export interface LinkMembershipsTable
  extends Pick<MembershipsTable, 'person_id' | 'role' | 'deputy_of' | 'kind' | 'organisation'> {
  link_id: LinkId;
  id: number;
  group_id: GroupId;
}
