/** An input round: a question, a deadline, and the contributions given to it. */

import type { ContributionId, GroupId, PersonId, ProcessId, RoundId } from '../ids.ts';
import type { StakeholderKind } from '../person/stakeholder.ts';
import type { Closed } from '../time/closedEarly.ts';

/** Fixed at opening: in a named round contributions carry their author, in an anonymous one nobody is shown who wrote. */
export type Anonymity = 'named' | 'anonymous';

export interface InputRound extends Closed {
  readonly id: RoundId;
  readonly processId: ProcessId;
  readonly groupId: GroupId;
  readonly number: number;
  readonly question: string;
  readonly anonymity: Anonymity;
  readonly state: 'open' | 'closed';
  readonly openedBy: PersonId;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export interface Contribution {
  readonly id: ContributionId;
  readonly roundId: RoundId;
  /** Its number within the round: 7 in. */
  readonly number: number;
  readonly personId: PersonId;
  /** Whose voice it is when the person recorded it for someone else; free text. */
  readonly behalfOf: string | null;
  readonly kind: StakeholderKind | null;
  readonly text: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly withdrawnAt: Date | null;
}
