/** Adoption votes: roll, ballots and decisions. */

import type { GroupId, PersonId, ProcessId, ResultId, VoteId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person/person.ts';
import type { WorkResult } from '../../domain/result/workResult.ts';
import type { AdoptionVote, BallotAct, VoteSeat } from '../../domain/vote/adoptionVote.ts';

/** All there is about a vote. */
export interface VoteFile {
  readonly vote: AdoptionVote;
  /** In the order of the group's list at opening. */
  readonly seats: readonly VoteSeat[];
  /** All acts of casting and taking back, by sequence. */
  readonly acts: readonly BallotAct[];
  /** What is voted on, as it is now. */
  readonly result: WorkResult;
  /** The name of the working group it comes from. */
  readonly from: string;
  /** What it serves or answers. */
  readonly serves: readonly WorkResult[];
  /** Those who hold a seat, stand in for one, or have cast a ballot. */
  readonly people: ReadonlyMap<PersonId, Person>;
}

export interface Votes {
  create(
    vote: Omit<AdoptionVote, 'id' | 'state' | 'closedAt' | 'closedAtDatabase' | 'decision' | 'extended' | 'voided'>,
    roll: readonly Omit<VoteSeat, 'voteId' | 'recused' | 'deputyId'>[],
  ): Promise<AdoptionVote>;
  byId(id: VoteId): Promise<AdoptionVote | null>;
  byNumber(process: ProcessId, number: number): Promise<AdoptionVote | null>;
  /** The vote with its roll and ballots. Whoever acts on it has locked its process, so that it stays as it is read. */
  fileOf(process: ProcessId, number: number): Promise<VoteFile | null>;
  file(id: VoteId): Promise<VoteFile | null>;
  /** Of all open votes of the process, oldest first. */
  openFiles(process: ProcessId): Promise<readonly VoteFile[]>;
  /** Newest first. */
  ofProcess(process: ProcessId): Promise<readonly AdoptionVote[]>;
  openIn(group: GroupId): Promise<readonly AdoptionVote[]>;
  openOn(result: ResultId): Promise<AdoptionVote | null>;
  /** Open votes of the process in which the person holds a seat, or is the deputy of one, and has no ballot that counts and is not recused. */
  waitingFor(process: ProcessId, person: PersonId): Promise<readonly AdoptionVote[]>;
  update(
    id: VoteId,
    change: Partial<
      Pick<
        AdoptionVote,
        'state' | 'closedAt' | 'closedAtDatabase' | 'decision' | 'deadline' | 'extended' | 'polls' | 'voided'
      >
    >,
  ): Promise<void>;
  /** In the order of the group's list at opening. */
  seats(id: VoteId): Promise<readonly VoteSeat[]>;
  updateSeat(id: VoteId, holder: PersonId, change: Partial<Pick<VoteSeat, 'recused' | 'deputyId'>>): Promise<void>;
  /** Adds an act. The sequence is given out here. */
  cast<A extends Omit<BallotAct, 'sequence'>>(act: A): Promise<A & Pick<BallotAct, 'sequence'>>;
  /** All acts of casting and taking back, by sequence. */
  ballots(id: VoteId): Promise<readonly BallotAct[]>;
}
