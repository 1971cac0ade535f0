/** Adoption votes, their seats and ballots. */
import type { ColumnType } from 'kysely';
import type { GroupId, PersonId, ProcessId, ResultId, VoteId } from '../../../src/domain/ids.ts';
import type { StakeholderKind } from '../../../src/domain/person/stakeholder.ts';
import type { ResultKind } from '../../../src/domain/result/workResult.ts';
import type { AdoptionVote, Decision, Resolution } from '../../../src/domain/vote/adoptionVote.ts';
import type { Choice } from '../../../src/domain/vote/choice.ts';
import type { Day, Identity, Json, TimeOfDay } from '../columns.ts';

export interface VotesTable {
  id: Identity<VoteId>;
  process_id: ProcessId;
  group_id: GroupId;
  number: number;
  result_id: ResultId;
  result_version: number;
  result_kind: ResultKind;
  title: string;
  text: string;
  text_hash: string;
  rule: Json<AdoptionVote['rule']>;
  deadline_date: Day;
  deadline_time: TimeOfDay<null>;
  state: AdoptionVote['state'];
  opened_by: PersonId;
  opened_at: Date;
  closed_at: Date | null;
  closed_at_database: Date | null;
  decision: Json<Decision | null>;
  second_call_of: VoteId | null;
  polls: boolean;
  extended: boolean;
  voided: ColumnType<Resolution[], string | undefined, string>;
  /** The sequence of the newest act. */
  last_sequence: number;
}

export interface SeatsTable {
  vote_id: VoteId;
  holder_id: PersonId;
  /** Order of the group's list at opening. */
  position: number;
  chair: boolean;
  kind: StakeholderKind | null;
  recused_by: PersonId | null;
  recused_at: Date | null;
  deputy_id: PersonId | null;
}

export interface BallotsTable {
  vote_id: VoteId;
  sequence: number;
  holder_id: PersonId;
  cast_by: PersonId;
  /** Null: the ballot before is taken back. */
  choice: Choice | null;
  reason: string | null;
  text_hash: string;
  cast_at: Date;
}
