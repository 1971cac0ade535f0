/** Input rounds and contributions. */

import type { ContributionId, GroupId, PersonId, ProcessId, RoundId } from '../../../src/domain/ids.ts';
import type { Contribution, InputRound } from '../../../src/domain/round/inputRound.ts';
import type { Day, Identity, TimeOfDay } from '../columns.ts';

export interface RoundsTable {
  id: Identity<RoundId>;
  process_id: ProcessId;
  group_id: GroupId;
  number: number;
  question: string;
  anonymity: InputRound['anonymity'];
  deadline_date: Day;
  deadline_time: TimeOfDay<null>;
  state: InputRound['state'];
  opened_by: PersonId;
  opened_at: Date;
  closed_at: Date | null;
  closed_at_database: Date | null;
  /** The number of the newest contribution. */
  last_number: number;
}

export interface ContributionsTable {
  id: Identity<ContributionId>;
  round_id: RoundId;
  number: number;
  person_id: PersonId;
  behalf_of: string | null;
  kind: Contribution['kind'];
  text: string;
  created_at: Date;
  edited_at: Date | null;
  withdrawn_at: Date | null;
}
