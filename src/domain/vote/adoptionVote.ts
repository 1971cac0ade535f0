/** An adoption vote: the frozen text, rule and roll, the ballots cast, and what came of it. */

import type { GroupId, PersonId, ProcessId, ResultId, VoteId } from '../ids.ts';
import type { StakeholderKind } from '../person/stakeholder.ts';
import type { ResultKind } from '../result/workResult.ts';
import type { Closed } from '../time/closedEarly.ts';
import type { Choice } from './choice.ts';
import type { Outcome } from './outcome.ts';
import type { Rule } from './profile.ts';
import type { Tally } from './tally.ts';

/** `title`, `text`, `rule` and the roll are frozen at opening: what happens to the result or the group later changes nothing here. */
export interface AdoptionVote extends Closed {
  readonly id: VoteId;
  readonly processId: ProcessId;
  /** The steering group that decides. */
  readonly groupId: GroupId;
  readonly number: number;
  readonly resultId: ResultId;
  readonly resultVersion: number;
  readonly resultKind: ResultKind;
  readonly title: string;
  readonly text: string;
  readonly textHash: string;
  readonly rule: Rule;
  readonly state: 'open' | 'closed' | 'withdrawn';
  readonly openedBy: PersonId;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** Stored once at closing, never computed again from today's roll. */
  readonly decision: Decision | null;
  /** The vote of which this is the second call; null for a first one. */
  readonly secondCallOf: VoteId | null;
  /** The card carries a poll as one more way to vote; frozen at opening, never in a confidential vote. None once it is opened again: platforms cannot go on with a poll that has ended. */
  readonly polls: boolean;
  /** The deadline has been extended; that is possible once. */
  readonly extended: boolean;
  /** What it had resolved before it was opened again, because it had been closed before its time; oldest first. */
  readonly voided: readonly Resolution[];
}

export interface Decision {
  readonly outcome: Outcome;
  readonly tally: Tally;
  /** Null for votes that resolve nothing. */
  readonly resolution: Resolution | null;
}

/** Its number within its year, written 3/2027. No number is given twice. */
export interface Resolution {
  readonly number: number;
  readonly year: number;
}

/** One seat of the roll, named and frozen at opening. */
export interface VoteSeat {
  readonly voteId: VoteId;
  readonly holderId: PersonId;
  readonly chair: boolean;
  readonly kind: StakeholderKind | null;
  readonly recused: { readonly by: PersonId; readonly at: Date } | null;
  /** Set while the holder is declared absent for this item: only the deputy may vote then. */
  readonly deputyId: PersonId | null;
}

/** One act at a seat, casting a ballot or taking it back; all are kept, the last of a seat counts. */
export interface BallotAct {
  readonly voteId: VoteId;
  /** Rises with every act of the vote. */
  readonly sequence: number;
  readonly holderId: PersonId;
  readonly castBy: PersonId;
  /** Null: the seat's ballot is taken back, and nothing counts for it until another one is cast. */
  readonly choice: Choice | null;
  /** Never without a choice. */
  readonly reason: string | null;
  readonly textHash: string;
  readonly at: Date;
}

/** An act of casting. */
export interface VoteBallot extends BallotAct {
  readonly choice: Choice;
}
