/** The facts of one weekly digest, gathered and ready to be shown. */

import type { NameBook } from '../../../cards/build.ts';
import type { StakeholderKind } from '../../../domain/person/stakeholder.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { KindShare } from '../../../domain/round/participation.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Deadline } from '../../../domain/time/deadline.ts';
import type { AdoptionVote, Decision } from '../../../domain/vote/adoptionVote.ts';

export interface Digest {
  readonly process: string;
  /** First and last day of the window, as the calendars of the process show them. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly created: {
    /** Those that are open; the others stand among the closed. */
    readonly tasks: readonly Task[];
    readonly rounds: readonly InputRound[];
    readonly results: readonly WorkResult[];
  };
  /** Tasks done or dropped. */
  readonly closed: readonly Task[];
  /** How far each group is, as it stands now; groups that never had a task are left out. */
  readonly standing: readonly GroupStanding[];
  /** By working group, most days late first. */
  readonly overdue: readonly { readonly group: string; readonly tasks: readonly LateTask[] }[];
  readonly rounds: readonly RoundReturn[];
  /** Results that wait for a vote, and votes that run. */
  readonly submitted: readonly WorkResult[];
  readonly votes: readonly { readonly vote: AdoptionVote; readonly voted: number; readonly entitled: number }[];
  readonly decided: readonly { readonly vote: AdoptionVote; readonly decision: Decision }[];
  readonly withdrawn: readonly AdoptionVote[];
  /** The next first. */
  readonly upcoming: readonly Upcoming[];
  /** Kinds among the members of which nobody has spoken in any round; empty while there has been no round. */
  readonly unheard: readonly StakeholderKind[];
  readonly undeliverable: number;
  /** Newest hash of the audit log, 64 digits. */
  readonly head: string;
  readonly names: NameBook;
}

export interface GroupStanding {
  readonly group: string;
  readonly done: number;
  /** Not late. */
  readonly open: number;
  readonly late: number;
}

export interface LateTask {
  readonly task: Task;
  readonly days: number;
  /** Late for seven business days or more: somebody has to step in. */
  readonly stuck: boolean;
}

export interface RoundReturn {
  readonly round: InputRound;
  readonly answered: number;
  readonly invited: number;
  /** Null in an anonymous round: shares of small kinds would tell who. */
  readonly byKind: readonly KindShare[] | null;
}

export interface Upcoming {
  readonly id: string;
  readonly what: 'task' | 'round' | 'vote';
  readonly title: string;
  readonly deadline: Deadline;
}
