/** Input rounds and contributions. */

import type { ContributionId, GroupId, PersonId, ProcessId, RoundId } from '../../domain/ids.ts';
import type { Contribution, InputRound } from '../../domain/round/inputRound.ts';

export interface Rounds {
  create(round: Omit<InputRound, 'id' | 'state' | 'closedAt' | 'closedAtDatabase'>): Promise<InputRound>;
  byId(id: RoundId): Promise<InputRound | null>;
  /** Like {@link byId}, and nobody else changes the round or contributes to it until this transaction ends. */
  lock(id: RoundId): Promise<InputRound | null>;
  byNumber(process: ProcessId, number: number): Promise<InputRound | null>;
  /** Newest first. */
  ofProcess(process: ProcessId): Promise<readonly InputRound[]>;
  openIn(group: GroupId): Promise<readonly InputRound[]>;
  update(
    id: RoundId,
    change: Partial<Pick<InputRound, 'state' | 'closedAt' | 'closedAtDatabase' | 'deadline'>>,
  ): Promise<void>;

  /** The number within the round is given out here. */
  contribute(contribution: Omit<Contribution, 'id' | 'number' | 'editedAt' | 'withdrawnAt'>): Promise<Contribution>;
  /** By number, withdrawn ones included. */
  contributions(id: RoundId): Promise<readonly Contribution[]>;
  contribution(id: RoundId, number: number): Promise<Contribution | null>;
  updateContribution(
    id: ContributionId,
    change: Partial<Pick<Contribution, 'text' | 'editedAt' | 'withdrawnAt'>>,
  ): Promise<void>;
  /** Everything a person contributed in the process, newest first. */
  contributionsOf(process: ProcessId, person: PersonId): Promise<readonly Contribution[]>;
}
