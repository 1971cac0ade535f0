/** Work results, their versions and links. */
import type { GroupId, PersonId, ProcessId, ResultId } from '../../../src/domain/ids.ts';
import type { ResultKind, ResultState } from '../../../src/domain/result/workResult.ts';
import type { Identity } from '../columns.ts';

export interface ResultsTable {
  id: Identity<ResultId>;
  process_id: ProcessId;
  group_id: GroupId;
  number: number;
  kind: ResultKind;
  title: string;
  text: string;
  version: number;
  state: ResultState;
  created_by: PersonId;
  created_at: Date;
  submitted_at: Date | null;
  settled_at: Date | null;
}

export interface ResultVersionsTable {
  result_id: ResultId;
  version: number;
  title: string;
  text: string;
  written_at: Date;
  written_by: PersonId;
}

export interface ResultLinksTable {
  from_id: ResultId;
  to_id: ResultId;
}
